import type { CollectionRun, VacancyState } from '@job-scope/vacancies-domain';
import type { InquiredVacancy } from './vacancy-source.port';

/** A vacancy that is to be asked for alone. */
export interface DueInquiry extends InquiredVacancy {
  readonly vacancyId: string;
  /** As it is stored. */
  readonly state: VacancyState;
  /** How often it was asked for in vain. */
  readonly tries: number;
}

/**
 * The vacancies that are to be asked for alone, until they have been. Reached only through a transaction of
 * `VacancyUnitOfWork`.
 */
export interface InquiryRepository {
  /**
   * One that waits for another run waits for this one from now on, as if it had never been tried: what that run has asked
   * meanwhile is older.
   */
  add(runId: string, vacancyIds: readonly string[]): Promise<void>;
  /** Takes over so many of those at most that runs of the same source have left that are over; returns how many. */
  adopt(run: Pick<CollectionRun, 'id' | 'source'>, limit: number): Promise<number>;
  /** Those that wait for the run: the least often tried first, of them the newest. */
  due(runId: string, limit: number): Promise<readonly DueInquiry[]>;
  /** Those of them that wait for the run were asked for in vain once more, and come after all others. */
  setAside(runId: string, vacancyIds: readonly string[]): Promise<void>;
  /** Returns those that have waited for the run until now: what was learned of others is not to be stored. */
  settle(runId: string, vacancyIds: readonly string[]): Promise<readonly string[]>;
}
