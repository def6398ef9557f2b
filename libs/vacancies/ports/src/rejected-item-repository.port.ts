import type { CollectionRun } from '@job-scope/vacancies-domain';
import type { RejectedItem } from './vacancy-source.port';

/**
 * The payloads of items that could not be understood, until they are: a later one of the same item takes the place of the
 * earlier. Items without an identifier are not kept. Reached only through a transaction of `VacancyUnitOfWork`.
 */
export interface RejectedItemRepository {
  keep(run: Pick<CollectionRun, 'id' | 'source'>, items: readonly RejectedItem[], at: Date): Promise<void>;
  /** They have been understood. */
  forget(source: CollectionRun['source'], sourceIds: readonly string[]): Promise<void>;
}
