import { portToken } from '@job-scope/kernel';

/** What a session may do at this moment. */
export interface SessionStatus {
  readonly userId: string;
  /** The user is active, and the session neither revoked nor expired. */
  readonly active: boolean;
  readonly superuser: boolean;
  /** Of the current refresh token. */
  readonly generation: number;
}

/** Asked on every authenticated request; no answer may come from a cache. */
export interface SessionStatusReader {
  /** One lookup for all `ids`; those unknown are absent from the answer. */
  read(ids: readonly string[]): Promise<ReadonlyMap<string, SessionStatus>>;
}

export const SESSION_STATUS_READER = portToken<SessionStatusReader>('auth/SessionStatusReader');
