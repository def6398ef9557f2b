import type { VacancySearch } from '@job-scope/vacancies-ports';
import { isAmount, isMeasure, isTime, type IsKey, type SearchPosition } from '../search-position';
import type { Bind } from './conditions';
import { placeOf } from '../geo';
import type { TextQuery } from './text-query';

/** One order of the list. Its pages are found by comparing with the expression of an index, where there is one. */
export interface Sorting {
  readonly name: string;
  readonly isKey: IsKey;
  /** Whether it ends at `MAX_RANKED`. */
  readonly hasEnd: boolean;
  /** As float8, so that it goes to the client and back without losing a bit. */
  readonly key: (bind: Bind) => string;
  readonly orderBy: (bind: Bind) => string;
  readonly beyond: (position: SearchPosition, bind: Bind) => string;
}

export const sortingOf = ({ sort, order, near }: VacancySearch, text: TextQuery | undefined): Sorting => {
  if (sort === 'relevance' && text) return byRelevance(text);
  if (sort === 'distance' && near) return byDistance(placeOf(near.point));
  if (sort === 'salary') return bySalary(order);
  return sort === 'id' ? byId(order) : byPublication(order);
};

const comparison = (order: 'asc' | 'desc') => (order === 'asc' ? '>' : '<');

const byPublication = (order: 'asc' | 'desc'): Sorting => ({
  name: `published-${order}`,
  ...{ isKey: isTime, hasEnd: false },
  key: () => '(extract(epoch FROM published_at) * 1000)::float8',
  orderBy: () => `published_at ${order}, id ${order}`,
  beyond: ({ key, id }, bind) =>
    `(published_at, id) ${comparison(order)} (${bind(new Date(key))}::timestamptz, ${bind(id)}::uuid)`,
});

/** What is unknown counts as less or more than anything, so that it comes last. */
const bySalary = (order: 'asc' | 'desc'): Sorting => {
  const unknown = order === 'asc' ? Number.MAX_SAFE_INTEGER : -1;
  const amount = `coalesce(monthly_from_minor, monthly_to_minor, ${unknown})`;
  return {
    name: `salary-${order}`,
    ...{ isKey: isAmount, hasEnd: false },
    key: () => `${amount}::float8`,
    orderBy: () => `${amount} ${order}, id ${order}`,
    beyond: ({ key, id }, bind) => `(${amount}, id) ${comparison(order)} (${bind(key)}::bigint, ${bind(id)}::uuid)`,
  };
};

const byId = (order: 'asc' | 'desc'): Sorting => ({
  name: `id-${order}`,
  ...{ isKey: (key) => key === 0, hasEnd: false },
  key: () => '0::float8',
  orderBy: () => `id ${order}`,
  beyond: ({ id }, bind) => `id ${comparison(order)} ${bind(id)}::uuid`,
});

/** Whatever matches as it was typed comes before all that matches only what was perhaps meant. */
const byRelevance = ({ query, exact }: TextQuery): Sorting => {
  const score = (bind: Bind) => {
    const rank = `ts_rank(tsv, ${bind(query)}::tsquery)`;
    return `(${rank}${query === exact ? '' : ` + (tsv @@ ${bind(exact)}::tsquery)::int`})::float8`;
  };
  return {
    name: 'relevance',
    ...{ isKey: isMeasure, hasEnd: true },
    key: score,
    orderBy: () => 'key DESC, id DESC',
    beyond: ({ key, id }, bind) => `(${score(bind)}, id) < (${bind(key)}::float8, ${bind(id)}::uuid)`,
  };
};

const byDistance = (centre: string): Sorting => {
  const distance = (bind: Bind) => `(place <-> ${bind(centre)}::public.cube)`;
  return {
    name: 'distance',
    ...{ isKey: isMeasure, hasEnd: true },
    key: distance,
    orderBy: (bind) => `${distance(bind)}, id`,
    beyond: ({ key, id }, bind) => `(${distance(bind)}, id) > (${bind(key)}::float8, ${bind(id)}::uuid)`,
  };
};
