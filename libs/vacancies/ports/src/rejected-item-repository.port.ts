import type { CollectionRun } from '@job-scope/vacancies-domain';
import type { RejectedItem } from './vacancy-source.port';

export interface KeptAt {
  readonly sourceId: string;
  readonly rejectedAt: Date;
}

/**
 * The payloads of items that could not be understood, until they are: a later one of the same item takes the place of the
 * earlier. Items without an identifier are not kept. Reached only through a transaction of `VacancyUnitOfWork`.
 */
export interface RejectedItemRepository {
  keep(run: Pick<CollectionRun, 'id' | 'source'>, items: readonly RejectedItem[], at: Date): Promise<void>;
  /** They have been understood. */
  forget(source: CollectionRun['source'], sourceIds: readonly string[]): Promise<void>;
  /** Forgets those that were kept at that moment; returns them: of others, later payloads are kept, or were understood. */
  settle(source: CollectionRun['source'], items: readonly KeptAt[]): Promise<readonly string[]>;
}
