import type { User } from './user';

/** What happened and other contexts must learn of. It leaves through the outbox, in the transaction that made it true. */
export type AuthContextEvent = UserChanged;

/** A user came into being, or what they may do changed. */
export interface UserChanged {
  readonly kind: 'user-changed';
  readonly userId: string;
  readonly active: boolean;
  readonly superuser: boolean;
  readonly revision: number;
}

export const userChanged = (user: User): UserChanged => ({
  kind: 'user-changed',
  userId: user.id,
  active: user.active,
  superuser: user.superuser,
  revision: user.revision,
});
