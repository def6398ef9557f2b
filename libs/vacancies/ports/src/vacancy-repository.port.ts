import type { VacancySnapshot } from '@job-scope/vacancies-domain';

export interface VacancyToStore {
  readonly snapshot: VacancySnapshot;
  /** Digest of `contentOf(snapshot)`; an equal one means that nothing changed. */
  readonly contentHash: string;
}

export interface StoredVacancy {
  readonly id: string;
  readonly revision: number;
  readonly outcome: 'created' | 'changed';
}

export interface StoreResult {
  /** Only what was written; the unchanged are counted, not listed. */
  readonly written: readonly StoredVacancy[];
  readonly unchanged: number;
}

/** Writes vacancies. Reached only through a transaction of `VacancyUnitOfWork`. */
export interface VacancyRepository {
  /**
   * Creates the new, rewrites the changed, leaves the unchanged rows alone, and notes for all that they were seen.
   * The batch must hold each vacancy once (`withoutDuplicates`).
   */
  store(batch: readonly VacancyToStore[], seenAt: Date): Promise<StoreResult>;
}
