export const USERS_CHANGED = { name: 'users.changed', version: 1 } as const;
export const USERS_DELETED = { name: 'users.deleted', version: 1 } as const;

/** `users.changed.v1`: a user came into being, or what others may know of them changed. */
export interface UsersChangedV1 {
  readonly userId: string;
  readonly email: string;
  /** The address is proved to be theirs: mail may be sent to it. */
  readonly verified: boolean;
  readonly active: boolean;
  readonly superuser: boolean;
  /** Goes up with every change; a lower one is old news. */
  readonly revision: number;
}

/** `users.deleted.v1`: the user is gone, and so must be what others keep of them. */
export interface UsersDeletedV1 {
  readonly userId: string;
  /** Above that of every change before. */
  readonly revision: number;
}
