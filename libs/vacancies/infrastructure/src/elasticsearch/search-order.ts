import type { estypes } from '@elastic/elasticsearch';
import type { PagePosition } from '@job-scope/kernel';
import type { SortOrder, VacancySearch, VacancySort } from '@job-scope/vacancies-ports';
import { isAmount, isMeasure, isTime, readPosition, type IsKey, type SearchPosition } from '../search-position';
import { INDEX_VERSION } from './search-index';

/** How a list is really sorted. */
export interface Sorting {
  readonly by: VacancySort;
  readonly order: SortOrder;
}

/** Some wishes need what was not given, and some orders have one direction only. */
export const sortingOf = ({ sort, order, text, near }: VacancySearch): Sorting => {
  if (sort === 'relevance') return { by: text === undefined ? 'published' : sort, order: 'desc' };
  if (sort === 'distance') return near ? { by: sort, order: 'asc' } : { by: 'published', order: 'desc' };
  return { by: sort, order };
};

/** Unknown salaries come last either way: no vacancy pays so much, or so little. */
const UNKNOWN_SALARY: Readonly<Record<SortOrder, number>> = { asc: Number.MAX_SAFE_INTEGER, desc: -1 };

/** The identifier settles ties, so that every place in a list is one only. */
export const sortOf = ({ by, order }: Sorting, near: VacancySearch['near']): estypes.SortCombinations[] => {
  if (by === 'id') return [{ id: order }];
  const keys: Record<typeof by, estypes.SortCombinations> = {
    relevance: { _score: { order } },
    published: { publishedAt: { order } },
    salary: { salaryKey: { order, missing: UNKNOWN_SALARY[order] } },
    distance: { _geo_distance: { point: { lat: near?.point.lat ?? 0, lon: near?.point.lng ?? 0 }, order, unit: 'm' } },
  };
  return [keys[by], { id: order }];
};

/** What the engine is to go on after. */
export const searchAfter = ({ by }: Sorting, { key, id }: SearchPosition): estypes.SortResults =>
  by === 'id' ? [id] : [key, id];

/** Whether a list can be followed to a certain length only. */
export const hasEnd = ({ by }: Sorting): boolean => by === 'relevance' || by === 'distance';

/** A position is good for one shape of the index only. */
export const listOf = ({ by, order }: Sorting): string => `vacancies/elasticsearch-v${INDEX_VERSION}/${by}-${order}`;

/** Of the hit that was sorted by these values, with so many shown up to it. */
export const positionOf = (sorting: Sorting, values: readonly unknown[], seen: number): SearchPosition => ({
  key: sorting.by === 'id' ? 0 : Number(values[0]),
  id: String(values.at(-1)),
  ...(hasEnd(sorting) && { seen }),
});

const KEYS: Readonly<Record<VacancySort, IsKey>> = {
  ...{ relevance: isMeasure, published: isTime, salary: isAmount, distance: isMeasure },
  id: (key) => key === 0,
};

/** Undefined when the position has expired, or never was. */
export const positionIn = (sorting: Sorting, from: PagePosition): SearchPosition | undefined =>
  readPosition(listOf(sorting), from, KEYS[sorting.by], hasEnd(sorting));
