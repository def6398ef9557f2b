import { portToken } from '@job-scope/kernel';
import type { AccessMark, RevocationReason, Session, TakenAccess } from '@job-scope/auth-domain';

/** The token store: what refresh tokens and access tokens are held against. */
export interface SessionStore {
  /**
   * Stores a new session. `access` is its user as the caller has read them; false, and nothing is stored, if the store
   * knows a later revision: a login cannot outlive the deactivation or the change of password that it raced with.
   */
  open(session: Session, access: AccessMark): Promise<boolean>;
  /**
   * Replaces the session by what `decide` makes of it, as if nobody else were at work: `decide` runs again when
   * another writer was faster, so it must be pure. Undefined if there is no such session (any more).
   */
  change<T extends SessionChange>(id: string, decide: (session: Session) => T): Promise<T | undefined>;
  /** The sessions of the user that have neither ended nor expired, the last seen first. */
  listOf(userId: string): Promise<readonly Session[]>;
  /** Ends the user's sessions that were opened by then; returns how many it has ended. */
  endAllOf(userId: string, ending: SessionsEnding): Promise<number>;
  /**
   * Takes access from all sessions of the user until the denial is lifted, whatever else is told meanwhile. For stores
   * that cannot see it in the user itself; a second denial takes the place of the first, and never takes less.
   */
  deny(userId: string, denial: Denial): Promise<void>;
  /**
   * What all sessions of the user may do from now on, unless a later revision was told before; lifts the denial of that
   * id, if it is still the one in force.
   */
  setAccess(userId: string, access: AccessMark, lifted?: Denial['id']): Promise<void>;
}

export interface SessionChange {
  /** The session from now on; return the very object given to leave it as it is. */
  readonly session: Session;
}

export interface SessionsEnding {
  readonly reason: RevocationReason;
  readonly at: Date;
  readonly openedUntil: Date;
  /** The one session that goes on. */
  readonly except?: string | null;
}

export interface Denial {
  readonly id: string;
  readonly takes: TakenAccess;
}

export const SESSION_STORE = portToken<SessionStore>('auth/SessionStore');
