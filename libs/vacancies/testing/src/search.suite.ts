import { searchBoundsCases } from './search-bounds.cases';
import { searchCursorCases } from './search-cursor.cases';
import { searchFacetCases } from './search-facet.cases';
import { searchFieldsCases } from './search-fields.cases';
import { searchFilterCases } from './search-filter.cases';
import type { VacancySearchHarness } from './search-harness';
import { searchHighlightCases } from './search-highlight.cases';
import { searchIndexingCases } from './search-indexing.cases';
import { searchMatchingCases } from './search-matching.cases';
import { searchModelCases } from './search-model.cases';
import { searchPagingCases } from './search-paging.cases';
import { searchReferenceFilterCases } from './search-reference-filter.cases';
import { searchSimilarityCases } from './search-similarity.cases';
import { searchSortingCases } from './search-sorting.cases';
import { searchSuggestionCases } from './search-suggestion.cases';
import { searchWordsCases } from './search-words.cases';
import { describeSuite, type OpenHarness, type SuiteCase } from './suite';

/** What both ends of search promise together. Full text search has no fake: PostgreSQL is its fast adapter. */
export const vacancySearchCases: readonly SuiteCase<VacancySearchHarness>[] = [
  ...searchIndexingCases,
  ...searchMatchingCases,
  ...searchWordsCases,
  ...searchFieldsCases,
  ...searchFilterCases,
  ...searchReferenceFilterCases,
  ...searchBoundsCases,
  ...searchFacetCases,
  ...searchModelCases,
  ...searchHighlightCases,
  ...searchSortingCases,
  ...searchPagingCases,
  ...searchCursorCases,
  ...searchSuggestionCases,
  ...searchSimilarityCases,
];

/** `gaps` are the titles of what this engine cannot do: each must really fail. */
export const describeVacancySearch = (
  engine: string,
  open: OpenHarness<VacancySearchHarness>,
  gaps: ReadonlySet<string> = new Set(),
): void => describeSuite(`VacancySearchReader and VacancySearchIndexer: ${engine}`, vacancySearchCases, open, gaps);
