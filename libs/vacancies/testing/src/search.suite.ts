import { searchFilterCases } from './search-filter.cases';
import type { VacancySearchHarness } from './search-harness';
import { searchIndexingCases } from './search-indexing.cases';
import { searchMatchingCases } from './search-matching.cases';
import { searchPagingCases } from './search-paging.cases';
import { describeSuite, type OpenHarness, type SuiteCase } from './suite';

/** What both ends of search promise together. Full text search has no fake: PostgreSQL is its fast adapter. */
export const vacancySearchCases: readonly SuiteCase<VacancySearchHarness>[] = [
  ...searchIndexingCases,
  ...searchMatchingCases,
  ...searchFilterCases,
  ...searchPagingCases,
];

export const describeVacancySearch = (engine: string, open: OpenHarness<VacancySearchHarness>): void =>
  describeSuite(`VacancySearchReader and VacancySearchIndexer: ${engine}`, vacancySearchCases, open);
