import type { SourceName } from '@job-scope/vacancies-domain';

export interface StoredToken {
  /** Null if there was none yet. Only who has the key can read it. */
  readonly sealed: Uint8Array | null;
  /** How long ago anybody asked the source for one; infinite if nobody has. */
  readonly askedMsAgo: number;
}

/** The tokens that sources gave us, shared by all replicas. Time is the store's. */
export interface SourceTokenStore {
  read(source: SourceName): Promise<StoredToken>;
  /**
   * Whether the caller may ask the source for a token. Of all who try, one may, and then nobody for `pauseMs`, whatever
   * becomes of the one. Nor may who has not seen the present token.
   */
  claim(source: SourceName, seen: Uint8Array | null, pauseMs: number): Promise<boolean>;
  save(source: SourceName, sealed: Uint8Array): Promise<void>;
}
