import type { estypes } from '@elastic/elasticsearch';
import type { Employer, Reference } from '@job-scope/vacancies-domain';
import { MAX_FACET_VALUES, type FacetName, type FacetValue, type VacancyFacets } from '@job-scope/vacancies-ports';

/** Between the name and the identifier in a term. Whoever has it in a name loses it. */
const SEPARATOR = '\u001f';

/** One term with both, so that counting needs no look at any document. The name comes first: it settles ties. */
export const facetKey = ({ id, name }: Reference | Employer): string =>
  [name.replaceAll(SEPARATOR, ' '), ...(id === null ? [] : [id])].join(SEPARATOR);

/** An entry that has been renamed has several terms for a while: they are counted together. */
const RENAMED = 2;

export const facetAggregation = (facet: FacetName): estypes.AggregationsAggregationContainer => ({
  terms: { field: FIELDS[facet] ?? `facets.${facet}`, size: MAX_FACET_VALUES * RENAMED },
});

/** What is its own identifier. */
const FIELDS: Partial<Record<FacetName, string>> = { source: 'source', skill: 'keySkills' };

interface Bucket {
  readonly key: unknown;
  readonly doc_count: number;
}

/** From aggregations of the facets' names, each either the terms or a filter around them. */
export const readFacets = (
  facets: readonly FacetName[],
  aggregations: Readonly<Record<string, unknown>> = {},
): VacancyFacets => Object.fromEntries(facets.map((facet) => [facet, valuesOf(facet, bucketsOf(aggregations[facet]))]));

const bucketsOf = (aggregation: unknown): readonly Bucket[] => {
  const { values = aggregation } = aggregation as { values?: unknown };
  return (values as { buckets: readonly Bucket[] }).buckets;
};

const valuesOf = (facet: FacetName, buckets: readonly Bucket[]): readonly FacetValue[] => {
  const values = new Map<string, { id: string | null; name: string; count: number }>();
  for (const { key, doc_count: count } of buckets) {
    const value = valueOf(facet, String(key));
    const mapKey = JSON.stringify(value.id ?? [value.name]);
    const known = values.get(mapKey);
    if (known) known.count += count;
    else values.set(mapKey, { ...value, count });
  }
  return [...values.values()].sort((a, b) => b.count - a.count).slice(0, MAX_FACET_VALUES);
};

const valueOf = (facet: FacetName, key: string): { id: string | null; name: string } => {
  if (FIELDS[facet]) return { id: key, name: key };
  const [name = '', id = null] = key.split(SEPARATOR);
  return { id, name };
};
