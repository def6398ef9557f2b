import type { AccountMailKind, MailLanguage } from './account-mail';
import type { RevocationReason } from './session';
import type { User } from './user';

/**
 * What must be done or told after a commit. It leaves through the outbox, in the transaction that made it true, and is
 * done at least once: every event may be met twice.
 */
export type AuthContextEvent = UserChanged | UserDeleted | AccessInDoubt | SessionsToEnd | MailWanted;

/** A user came into being, or what others may know of them changed. */
export interface UserChanged extends Pick<User, 'email' | 'verified' | 'active' | 'superuser' | 'revision'> {
  readonly kind: 'user-changed';
  readonly userId: string;
}

export interface UserDeleted {
  readonly kind: 'user-deleted';
  readonly userId: string;
  /** Above that of every change before. */
  readonly revision: number;
}

/** Access is about to be taken: whether it came to that must be looked up, should whoever does it die meanwhile. */
export interface AccessInDoubt {
  readonly kind: 'access-in-doubt';
  readonly userId: string;
  readonly denialId: string;
}

/** The sessions that the user had opened by then are over, save for one. */
export interface SessionsToEnd {
  readonly kind: 'sessions-to-end';
  readonly userId: string;
  readonly reason: RevocationReason;
  readonly openedUntil: Date;
  readonly except: string | null;
}

export interface MailWanted {
  readonly kind: 'mail-wanted';
  readonly userId: string;
  readonly mail: AccountMailKind;
  readonly to: string;
  readonly language: MailLanguage;
}

export const userChanged = ({ id, email, verified, active, superuser, revision }: User): UserChanged => ({
  kind: 'user-changed',
  userId: id,
  email,
  verified,
  active,
  superuser,
  revision,
});

export const userDeleted = ({ id, revision }: User): UserDeleted => ({
  kind: 'user-deleted',
  userId: id,
  revision: revision + 1,
});

export const mailWanted = (user: User, mail: AccountMailKind, language: MailLanguage, to = user.email): MailWanted => ({
  kind: 'mail-wanted',
  userId: user.id,
  mail,
  to,
  language,
});

/** All that the user has opened so far is over, save for the session `except`. */
export const sessionsToEnd = (
  userId: string,
  reason: RevocationReason,
  openedUntil: Date,
  except: string | null = null,
): SessionsToEnd => ({ kind: 'sessions-to-end', userId, reason, openedUntil, except });
