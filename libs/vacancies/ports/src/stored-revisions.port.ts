import { portToken } from '@job-scope/kernel';
import type { IndexedRevision } from './search-administration.port';

export interface IndexLag {
  /** Changes that no index knows of yet. */
  readonly pending: number;
  /** When the oldest of them was stored; null when there is none. */
  readonly oldestAt: Date | null;
}

/** What is stored and not withheld, as an index is compared with it. */
export interface StoredRevisions {
  count(): Promise<number>;
  /** In the order of identifiers. */
  after(id: string | null, limit: number): Promise<readonly IndexedRevision[]>;
  of(ids: readonly string[]): Promise<readonly IndexedRevision[]>;
  /** Those of the vacancies whose change is still on its way to the index. */
  waiting(ids: readonly string[]): Promise<ReadonlySet<string>>;
  lag(): Promise<IndexLag>;
}

export const STORED_REVISIONS = portToken<StoredRevisions>('vacancies/StoredRevisions');
