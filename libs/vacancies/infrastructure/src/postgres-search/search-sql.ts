import type { VacancySearch } from '@job-scope/vacancies-ports';
import type { SearchPosition } from '../search-position';
import { readable } from '../hit-row';
import { COLUMNS } from './search-row';

export type SortKey = 'relevance' | 'published';

interface Statement {
  readonly sql: string;
  readonly parameters: unknown[];
}

/** Both read as float8, so that a key goes to the client and back without losing a bit. */
const KEYS: Readonly<Record<SortKey, string>> = {
  relevance: 'ts_rank(tsv, query)::float8',
  published: '(extract(epoch FROM published_at) * 1000)::float8',
};

/** The page, one row longer than asked for to see whether another follows, and the count of all that match. */
export const searchSql = (
  request: VacancySearch,
  sort: SortKey,
  after: SearchPosition | undefined,
): { page: Statement; count: Statement } => {
  const parameters: unknown[] = [];
  const bind = (value: unknown) => `$${parameters.push(value)}`;
  const from = fromClause(request, bind);
  const conditions = conditionsOf(request, bind);
  const count = { sql: `SELECT count(*) AS total ${from} ${where(conditions)}`, parameters: [...parameters] };

  if (after) conditions.push(beyond(sort, after, bind));
  const order = sort === 'relevance' ? 'key DESC, id DESC' : 'published_at DESC, id DESC';
  const page = `SELECT ${COLUMNS.map(readable).join(', ')}, ${KEYS[sort]} AS key ${from} ${where(conditions)} ORDER BY ${order} LIMIT ${bind(request.limit + 1)}`;
  return { page: { sql: page, parameters }, count };
};

const fromClause = ({ text }: VacancySearch, bind: (value: unknown) => string): string => {
  const table = 'FROM vacancies.search_documents';
  return text === undefined ? table : `${table}, websearch_to_tsquery('vacancies.search', ${bind(text)}) AS query`;
};

const conditionsOf = (request: VacancySearch, bind: (value: unknown) => string): string[] => {
  const conditions: string[] = [];
  const add = (value: unknown, condition: (parameter: string) => string) => {
    if (value !== undefined) conditions.push(condition(bind(value)));
  };
  if (request.text !== undefined) conditions.push('tsv @@ query');
  if (request.onlyWithSalary) conditions.push('salary_currency IS NOT NULL');
  if (!request.includeArchived) conditions.push(`state = 'active'`);
  add(request.source?.[0], (source) => `source = ${source}`);
  add(request.area?.ids[0], (id) => `area_id = ${id}`);
  add(request.employer?.ids[0], (id) => `employer_id = ${id}`);
  add(request.experience?.ids[0], (id) => `experience_id = ${id}`);
  add(request.publishedFrom, (from) => `published_at >= ${from}`);
  add(request.publishedTo, (to) => `published_at <= ${to}`);
  return conditions;
};

/** Compares with the columns of an index where there is one, so that a deep page costs no more than the first. */
const beyond = (sort: SortKey, { key, id }: SearchPosition, bind: (value: unknown) => string): string =>
  sort === 'relevance'
    ? `(${KEYS.relevance}, id) < (${bind(key)}::float8, ${bind(id)}::uuid)`
    : `(published_at, id) < (${bind(new Date(key))}::timestamptz, ${bind(id)}::uuid)`;

const where = (conditions: readonly string[]): string =>
  conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';
