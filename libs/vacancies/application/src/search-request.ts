import type { Result } from '@job-scope/kernel';
import { isOrigin, ORIGINS, type RateTable } from '@job-scope/vacancies-domain';
import {
  FACET_NAMES,
  type AnyOf,
  type FacetName,
  type GeoBox,
  type VacancyFilters,
  type VacancySearch,
  type VacancySort,
} from '@job-scope/vacancies-ports';
import { monthlyBoundsOf } from './monthly-bounds';
import { unlessFaulty, type Fault, type InvalidSearch } from './search-faults';
import type { SearchFiltersInput, SearchVacanciesInput } from './search-vacancies.input';

/** What the engine is to be asked; all faults at once, each with its parameter. */
export const searchRequestOf = (input: SearchVacanciesInput, rates: RateTable): Result<VacancySearch, InvalidSearch> =>
  unlessFaulty((fault) => {
    const filters = filtersOf(input, rates, fault);
    const text = wordsOf(input.text);
    const sort = input.sort ?? (text === undefined ? 'published' : 'relevance');
    if (sort === 'relevance' && text === undefined) fault('sort', 'relevance needs a text');
    if (sort === 'distance' && !filters.near) fault('sort', 'distance needs lat, lng and radiusKm');
    const { limit, from, highlight = false } = input;
    return {
      ...filters,
      text,
      sort,
      order: orderOf(input, sort, fault),
      facets: facetsOf(input, fault),
      highlight,
      limit,
      from,
    };
  });

/** Without control characters, which no engine stores or expects; undefined if nothing is left. */
export const wordsOf = (text: string | undefined): string | undefined =>
  text?.replace(/\p{Cc}+/gu, ' ').trim() || undefined;

export const filtersOf = (input: SearchFiltersInput, rates: RateTable, fault: Fault): VacancyFilters => {
  const { publishedFrom, publishedTo } = input;
  if (publishedFrom && publishedTo && publishedFrom > publishedTo)
    fault('publishedTo', 'must not be before publishedFrom');
  return {
    source: sourcesOf(input, fault),
    area: anyOf(input.areaId, input.area),
    employer: anyOf(input.employerId, input.employer),
    professionalRole: anyOf(input.professionalRoleId, input.professionalRole),
    experience: anyOf(input.experienceId, input.experience),
    employment: anyOf(input.employmentId, input.employment),
    schedule: anyOf(input.scheduleId, input.schedule),
    workFormat: anyOf(input.workFormatId, input.workFormat),
    skill: input.skill,
    salary: monthlyBoundsOf(input, rates, fault),
    onlyWithSalary: input.onlyWithSalary,
    hasTest: input.hasTest,
    ...{ publishedFrom, publishedTo },
    within: boxOf(input, fault),
    near: circleOf(input, fault),
    state: input.state,
    includeDuplicates: input.includeDuplicates,
  };
};

const anyOf = (ids: readonly string[] = [], names: readonly string[] = []): AnyOf | undefined =>
  ids.length + names.length > 0 ? { ids, names } : undefined;

const sourcesOf = ({ source }: SearchFiltersInput, fault: Fault) => {
  const known = source?.filter(isOrigin);
  if (known?.length !== source?.length) fault('source', `is not known; known are ${ORIGINS.join(', ')}`);
  return known;
};

const boxOf = (input: SearchFiltersInput, fault: Fault): GeoBox | undefined => {
  const { north, south, west, east } = allOrNone(input, ['north', 'south', 'west', 'east'], fault);
  if (north === undefined || south === undefined || west === undefined || east === undefined) return undefined;
  if (north < south) fault('north', 'must not be less than south');
  return { north, south, west, east };
};

const circleOf = (input: SearchFiltersInput, fault: Fault): VacancyFilters['near'] => {
  const { lat, lng, radiusKm } = allOrNone(input, ['lat', 'lng', 'radiusKm'], fault);
  if (lat === undefined || lng === undefined || radiusKm === undefined) return undefined;
  return { point: { lat, lng }, radiusMetres: radiusKm * 1000 };
};

/** The parameters, each of which is at fault that is missing while others are there. */
const allOrNone = <Name extends keyof SearchFiltersInput>(
  input: SearchFiltersInput,
  names: readonly Name[],
  fault: Fault,
): Pick<SearchFiltersInput, Name> => {
  const missing = names.filter((name) => input[name] === undefined);
  if (missing.length < names.length) for (const name of missing) fault(name, `is needed with ${names.join(', ')}`);
  return input;
};

const orderOf = ({ order }: SearchVacanciesInput, sort: VacancySort, fault: Fault): VacancySearch['order'] => {
  if (sort === 'relevance' && order === 'asc') fault('order', 'the best come first by relevance');
  if (sort === 'distance' && order === 'desc') fault('order', 'the nearest come first by distance');
  return order ?? (sort === 'distance' ? 'asc' : 'desc');
};

const facetsOf = ({ facets = [] }: SearchVacanciesInput, fault: Fault): readonly FacetName[] => {
  const known = FACET_NAMES.filter((name) => facets.includes(name));
  const isKnown = (name: string) => (FACET_NAMES as readonly string[]).includes(name);
  if (!facets.every(isKnown)) fault('facets', `must be among ${FACET_NAMES.join(', ')}`);
  return known;
};
