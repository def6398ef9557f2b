import type { SourceName } from '@job-scope/vacancies-domain';

/** Whether anything may be worked on for each source. Reached only through a transaction of `VacancyUnitOfWork`. */
export interface SourceSwitches {
  /** Since when the source is paused; null if it is not. */
  pausedSince(source: SourceName): Promise<Date | null>;
  /** Returns false if it was paused already. */
  pause(source: SourceName, at: Date): Promise<boolean>;
  /** Returns false if it was not paused. */
  resume(source: SourceName): Promise<boolean>;
}
