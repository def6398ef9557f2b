import { ok, type Result } from '@job-scope/kernel';
import { COUNT_GROUPINGS, type VacancyStatistics } from '@job-scope/vacancies-ports';
import type { InvalidSearch } from './search-faults';
import { statisticsRequestOf, type StatisticsInput } from './statistics-request';

export const VACANCY_COUNTS_BY = COUNT_GROUPINGS;
export type ReadVacancyCountsInput = StatisticsInput<(typeof VACANCY_COUNTS_BY)[number]>;

export interface VacancyCountsView {
  /** False if numbers are extrapolated from a part. */
  readonly exact: boolean;
  readonly total: number;
  /** The identifier is null for an anonymous employer. */
  readonly groups: readonly { readonly id: string | null; readonly name: string; readonly vacancies: number }[];
}

export type ReadVacancyCountsFailure = InvalidSearch;

/** Tells how many vacancies there are, by region, employer, skill, source, day or month. */
export class ReadVacancyCounts {
  constructor(private readonly statistics: VacancyStatistics) {}

  async execute(input: ReadVacancyCountsInput): Promise<Result<VacancyCountsView, ReadVacancyCountsFailure>> {
    const request = statisticsRequestOf(input);
    if (!request.ok) return request;
    const { exact, all, groups } = await this.statistics.counts(request.value);
    return ok({ exact, total: all.vacancies, groups });
  }
}
