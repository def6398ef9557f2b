import type { Session } from '@job-scope/auth-domain';
import type { SessionChange } from '@job-scope/auth-ports';

/** One stored session, with a number that every write counts up. */
export interface VersionedSession {
  readonly session: Session;
  readonly version: number;
}

export interface SessionCell {
  read(): Promise<VersionedSession | undefined>;
  /** Writes only if the stored version is still `version`; tells whether it did. */
  write(next: Session, version: number): Promise<boolean>;
}

/** Decides again whenever another writer was faster. Each round one writer succeeds, so all of them come to an end. */
export const changeByCompareAndSet = async <T extends SessionChange>(
  cell: SessionCell,
  decide: (session: Session) => T,
): Promise<T | undefined> => {
  for (;;) {
    const stored = await cell.read();
    if (!stored) return undefined;
    const change = decide(stored.session);
    if (change.session === stored.session || (await cell.write(change.session, stored.version))) return change;
  }
};
