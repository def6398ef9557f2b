export const USERS_CHANGED = { name: 'users.changed', version: 1 } as const;

/** `users.changed.v1`: a user came into being, or what they may do changed. */
export interface UsersChangedV1 {
  readonly userId: string;
  readonly active: boolean;
  readonly superuser: boolean;
  /** Goes up with every change; a lower one is old news. */
  readonly revision: number;
}
