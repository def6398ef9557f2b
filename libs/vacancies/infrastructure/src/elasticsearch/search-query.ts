import type { estypes } from '@elastic/elasticsearch';
import type { FacetName, VacancySearch } from '@job-scope/vacancies-ports';
import { NEVER_SHOWN } from './search-document';
import { facetAggregation } from './search-facets';
import { facetFilters, plainFilters } from './search-filters';
import { highlightOf } from './search-highlights';
import { highlightQuery, textQuery } from './search-words';
import type { Term } from '../search-text';
import type { Corrections } from './corrections';

type Query = estypes.QueryDslQueryContainer;

/** What a reader's text was understood to ask for. */
export interface AskedText {
  readonly terms: readonly Term[];
  readonly corrections: Corrections;
}

/**
 * The query, the count of all that match, and the facets. Filters do not score (V-14), and are cached by the engine. One
 * that a facet must not feel acts on the hits only after the facets have been counted.
 */
export const searchBody = (request: VacancySearch, text: AskedText | undefined): estypes.SearchRequest => {
  const narrowing = facetFilters(request);
  const isCounted = (facet: string): boolean => request.facets.includes(facet as FacetName);
  const [after, before] = [true, false].map((counted) =>
    Object.entries(narrowing).filter(([facet]) => isCounted(facet) === counted),
  ) as [[string, Query][], [string, Query][]];
  const filter = [...plainFilters(request), ...before.map(([, query]) => query)];
  return {
    query: { bool: { ...(text && { must: textQuery(text.terms, text.corrections) }), filter } },
    ...(after.length > 0 && { post_filter: allOf(after.map(([, query]) => query)) }),
    ...(request.facets.length > 0 && { aggregations: aggregationsOf(request.facets, after) }),
    ...(request.highlight && text && { highlight: highlightOf(highlightQuery(text.terms, text.corrections)) }),
    _source: { excludes: [...NEVER_SHOWN, ...(request.highlight ? [] : ['description'])] },
    track_total_hits: true,
  };
};

const aggregationsOf = (facets: readonly FacetName[], filters: readonly (readonly [string, Query])[]) =>
  Object.fromEntries(facets.map((facet) => [facet, within(othersThan(facet, filters), facetAggregation(facet))]));

const othersThan = (facet: FacetName, filters: readonly (readonly [string, Query])[]): readonly Query[] =>
  filters.filter(([name]) => name !== facet).map(([, query]) => query);

const within = (
  filters: readonly Query[],
  values: estypes.AggregationsAggregationContainer,
): estypes.AggregationsAggregationContainer =>
  filters.length === 0 ? values : { filter: allOf(filters), aggregations: { values } };

const allOf = (filters: readonly Query[]): Query => ({ bool: { filter: [...filters] } });
