import type { Result } from '@job-scope/kernel';
import type { RateTable } from '@job-scope/vacancies-domain';
import type { StatisticsRequest } from '@job-scope/vacancies-ports';
import { unlessFaulty, type InvalidSearch } from './search-faults';
import { filtersOf } from './search-request';
import type { SearchFiltersInput } from './search-vacancies.input';

/** Which vacancies figures are of. */
export type StatisticsFilters = Pick<
  SearchFiltersInput,
  | ('source' | 'areaId' | 'area' | 'employerId' | 'employer' | 'professionalRoleId' | 'professionalRole')
  | ('experienceId' | 'experience' | 'skill' | 'publishedFrom' | 'publishedTo' | 'state')
>;

export interface StatisticsInput<Grouping> extends StatisticsFilters {
  readonly by: Grouping;
  readonly limit: number;
}

/** There are no amounts among these filters. */
const NO_RATES: RateTable = new Map([['RUB', { unitsPerRub: 1, date: new Date(0) }]]);

export const statisticsRequestOf = <Grouping>({
  by,
  limit,
  ...input
}: StatisticsInput<Grouping>): Result<StatisticsRequest<Grouping>, InvalidSearch> =>
  unlessFaulty((fault) => ({ by, limit, filters: filtersOf(input, NO_RATES, fault) }));
