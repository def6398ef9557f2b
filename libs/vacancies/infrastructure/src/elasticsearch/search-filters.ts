import type { estypes } from '@elastic/elasticsearch';
import type { AnyOf, FacetName, GeoBox, VacancyFilters } from '@job-scope/vacancies-ports';

type Query = estypes.QueryDslQueryContainer;

/** Those by which facets are narrowed, each under the name of the facet that does not feel it. */
export const facetFilters = (filters: VacancyFilters): Partial<Record<FacetName, Query>> => ({
  ...(filters.source && { source: oneOf('source', filters.source) }),
  ...(filters.area && { area: anyOf('areaPath', filters.area) }),
  ...(filters.employer && { employer: anyOf('employer', filters.employer) }),
  ...(filters.professionalRole && { professionalRole: anyOf('professionalRoles', filters.professionalRole) }),
  ...(filters.experience && { experience: anyOf('experience', filters.experience) }),
  ...(filters.employment && { employment: anyOf('employment', filters.employment) }),
  ...(filters.schedule && { schedule: anyOf('schedule', filters.schedule) }),
  ...(filters.workFormat && { workFormat: anyOf('workFormats', filters.workFormat) }),
  ...(filters.skill && { skill: oneOf('keySkills.caseless', filters.skill) }),
});

/** All others. */
export const plainFilters = (filters: VacancyFilters): Query[] => [
  { terms: { state: [...(filters.state ?? ['active'])] } },
  ...(filters.includeDuplicates ? [] : [{ term: { isCanonical: true } }]),
  ...(filters.idFrom === undefined ? [] : [{ range: { id: { gte: filters.idFrom } } }]),
  ...(filters.onlyWithSalary ? [{ exists: { field: 'salary.currency' } }] : []),
  ...(filters.hasTest === undefined ? [] : [{ term: { hasTest: filters.hasTest } }]),
  ...(filters.salary ? salaryFilters(filters.salary) : []),
  ...publishedFilters(filters),
  ...(filters.within ? [boxFilter(filters.within)] : []),
  ...(filters.near ? [nearFilter(filters.near)] : []),
];

/** Names are compared without case by the field itself. */
const anyOf = (field: string, { ids, names }: AnyOf): Query => ({
  bool: { should: [oneOf(`${field}.id`, ids), oneOf(`${field}.name`, names)] },
});

/** In characters of four bytes each: the engine has no longer term, and takes the question for an error. */
const MAX_TERM = 8000;

/** Half a character is an error to the engine, too; made whole, it is one that nobody has. */
const oneOf = (field: string, values: readonly string[]): Query => ({
  terms: {
    [field]: values.filter(({ length }) => length <= MAX_TERM).map((value) => value.replaceAll(/\p{Cs}/gu, '\ufffd')),
  },
});

/** Each bound by itself, so that no order of them is an error. Without either, a salary must still be known. */
const salaryFilters = ({ fromMinor, toMinor }: NonNullable<VacancyFilters['salary']>): Query[] => [
  { range: { salaryRange: { ...(fromMinor !== null && { gte: fromMinor }), relation: 'intersects' } } },
  ...(toMinor === null ? [] : [{ range: { salaryRange: { lte: toMinor, relation: 'intersects' } } } as const]),
];

/** As numbers: the written form of dates ends at the year 9999, which readers in the west may exceed. */
const publishedFilters = ({ publishedFrom, publishedTo }: VacancyFilters): Query[] =>
  publishedFrom || publishedTo
    ? [
        {
          range: {
            publishedAt: { gte: publishedFrom?.getTime(), lte: publishedTo?.getTime(), format: 'epoch_millis' },
          },
        },
      ]
    : [];

const boxFilter = ({ north, south, west, east }: GeoBox): Query =>
  north < south
    ? { match_none: {} }
    : { geo_bounding_box: { point: { top: north, bottom: south, left: west, right: east } } };

/** In metres; so exactly does the engine know places, and takes no radius at all for an error. */
const LEAST_RADIUS = 0.01;

const nearFilter = ({ point, radiusMetres }: NonNullable<VacancyFilters['near']>): Query => ({
  geo_distance: { distance: `${Math.max(radiusMetres, LEAST_RADIUS)}m`, point: { lat: point.lat, lon: point.lng } },
});
