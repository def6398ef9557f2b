import { portToken } from '@job-scope/kernel';
import type { VacancyFilters } from './vacancy-search.port';

export const SALARY_GROUPINGS = [
  ...(['area', 'employer', 'professionalRole', 'experience', 'currency', 'day', 'month'] as const),
] as const;
export type SalaryGrouping = (typeof SALARY_GROUPINGS)[number];

export const COUNT_GROUPINGS = ['area', 'employer', 'skill', 'source', 'day', 'month'] as const;
export type CountGrouping = (typeof COUNT_GROUPINGS)[number];

export interface StatisticsRequest<Grouping> {
  /**
   * Areas are those of the second level, or the first where there is no second; days and months are of the publication, in
   * Moscow; a currency is the one in which the salary is stated. A vacancy with two roles or skills counts for both; one without any, for none.
   */
  readonly by: Grouping;
  readonly filters: VacancyFilters;
  /** How many groups: the largest, or of days and months the last. */
  readonly limit: number;
}

/** Of a salary the middle counts, or the only bound it has: kopecks before tax in a month. */
export interface SalaryFigures {
  readonly vacancies: number;
  /** How many of them have a salary that can be compared: the others have no part in the percentiles. */
  readonly withSalary: number;
  /** How many of those are estimated. */
  readonly estimated: number;
  /** Of `SALARY_PERCENTILES`, interpolated; null without salaries. */
  readonly percentiles: readonly number[] | null;
}

export const SALARY_PERCENTILES = [0.1, 0.25, 0.5, 0.75, 0.9] as const;

export interface StatisticsGroup {
  /** A day is `2026-01-31`, a month `2026-01`; a skill is its own identifier. Null for an anonymous employer. */
  readonly id: string | null;
  readonly name: string;
}

/** The largest group first, equal ones by name; days and months in their order. */
export interface Statistics<Figures> {
  /** False if so many vacancies match that a part of them was drawn: numbers are then extrapolated. */
  readonly exact: boolean;
  readonly all: Figures;
  readonly groups: readonly (StatisticsGroup & Figures)[];
}

export interface VacancyCount {
  readonly vacancies: number;
}

/** What many vacancies amount to. Open ones, each of a group of duplicates once, unless the filters say otherwise. */
export interface VacancyStatistics {
  salaries(request: StatisticsRequest<SalaryGrouping>): Promise<Statistics<SalaryFigures>>;
  counts(request: StatisticsRequest<CountGrouping>): Promise<Statistics<VacancyCount>>;
}

export const VACANCY_STATISTICS = portToken<VacancyStatistics>('vacancies/VacancyStatistics');
