import { ok, type Result } from '@job-scope/kernel';
import { SALARY_GROUPINGS, type SalaryFigures, type VacancyStatistics } from '@job-scope/vacancies-ports';
import type { InvalidSearch } from './search-faults';
import { statisticsRequestOf, type StatisticsInput } from './statistics-request';

export const SALARY_STATISTICS_BY = SALARY_GROUPINGS;
export type ReadSalaryStatisticsInput = StatisticsInput<(typeof SALARY_STATISTICS_BY)[number]>;

/** Roubles before tax in a month. */
export interface SalaryPercentilesView {
  readonly p10: number;
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly p90: number;
}

export interface SalaryFiguresView {
  readonly vacancies: number;
  readonly withSalary: number;
  /** From 0 to 1, of those with a salary; null without any. */
  readonly estimatedShare: number | null;
  /** Null without salaries: an unknown salary is not nothing. */
  readonly percentiles: SalaryPercentilesView | null;
}

export interface SalaryStatisticsView {
  /** False if numbers are extrapolated from a part. */
  readonly exact: boolean;
  readonly all: SalaryFiguresView;
  /** The identifier is null for an anonymous employer. */
  readonly groups: readonly (SalaryFiguresView & { readonly id: string | null; readonly name: string })[];
}

export type ReadSalaryStatisticsFailure = InvalidSearch;

/** Tells what is paid: percentiles of all salaries that can be compared, by what the wish says. */
export class ReadSalaryStatistics {
  constructor(private readonly statistics: VacancyStatistics) {}

  async execute(input: ReadSalaryStatisticsInput): Promise<Result<SalaryStatisticsView, ReadSalaryStatisticsFailure>> {
    const request = statisticsRequestOf(input);
    if (!request.ok) return request;
    const { exact, all, groups } = await this.statistics.salaries(request.value);
    const named = groups.map(({ id, name, ...figures }) => ({ id, name, ...toView(figures) }));
    return ok({ exact, all: toView(all), groups: named });
  }
}

const toView = ({ vacancies, withSalary, estimated, percentiles }: SalaryFigures): SalaryFiguresView => ({
  vacancies,
  withSalary,
  estimatedShare: withSalary === 0 ? null : Math.round((estimated / withSalary) * 1000) / 1000,
  percentiles: percentiles && toPercentiles(percentiles.map((minor) => Math.round(minor / KOPECKS))),
});

const KOPECKS = 100;

const toPercentiles = ([p10 = 0, p25 = 0, p50 = 0, p75 = 0, p90 = 0]: readonly number[]): SalaryPercentilesView => ({
  ...{ p10, p25, p50, p75, p90 },
});
