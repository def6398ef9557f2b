import { portToken } from '@job-scope/kernel';
import type { Session, UserAccess } from '@job-scope/auth-domain';

/** The token store: what refresh tokens and access tokens are held against. */
export interface SessionStore {
  /**
   * Stores a new session. `access` is what its user may do as far as the caller knows; a `setAccess` that came first
   * wins over it, so that a login cannot undo a deactivation it raced with.
   */
  open(session: Session, access: UserAccess): Promise<void>;
  /**
   * Replaces the session by what `decide` makes of it, as if nobody else were at work: `decide` runs again when
   * another writer was faster, so it must be pure. Undefined if there is no such session (any more).
   */
  change<T extends SessionChange>(id: string, decide: (session: Session) => T): Promise<T | undefined>;
  /** What all sessions of the user may do from now on, for stores that cannot see it in the user itself. */
  setAccess(userId: string, access: UserAccess): Promise<void>;
}

export interface SessionChange {
  /** The session from now on; return the very object given to leave it as it is. */
  readonly session: Session;
}

export const SESSION_STORE = portToken<SessionStore>('auth/SessionStore');
