import { err, type FieldFault, type Result } from '@job-scope/kernel';
import {
  parseCollectionQuery,
  QUERY_PARTS,
  type CollectionQuery,
  type InvalidQuery,
  type QueryPart,
} from './collection-query';
import type { SourceName } from './source';

/** What each source can be asked for. */
const ASKABLE: Readonly<Record<SourceName, readonly QueryPart[]>> = {
  headhunter: QUERY_PARTS,
  trudvsem: ['text', 'areas', 'employers'],
  greenhouse: ['employers'],
};

type Limits = (query: CollectionQuery) => readonly FieldFault[];

/** What of that it cannot be asked for at once. */
const LIMITS: Readonly<Partial<Record<SourceName, Limits>>> = {
  trudvsem: ({ areas = [], employers = [] }) => [
    ...faultIf(areas.length > 1, 'areas', 'must be one region: trudvsem takes one at a time'),
    ...faultIf(employers.length > 1, 'employers', 'must be one company: trudvsem takes one at a time'),
    ...faultIf(
      areas.length > 0 && employers.length > 0,
      'areas',
      'cannot be asked of trudvsem together with employers',
    ),
  ],
};

/** A part that is false asks for nothing. */
const strangeParts = (source: SourceName, query: CollectionQuery): readonly FieldFault[] =>
  QUERY_PARTS.filter((part) => (query[part] ?? false) !== false && !ASKABLE[source].includes(part)).map((part) => ({
    pointer: `/query/${part}`,
    message: `cannot be asked of ${source}`,
  }));

const faultIf = (wrong: boolean, field: QueryPart, message: string): readonly FieldFault[] =>
  wrong ? [{ pointer: `/query/${field}`, message }] : [];

/** A query that this source can be asked. What it would pass over is refused: nobody shall get more than was asked for. */
export const parseSourceQuery = (source: SourceName, input: unknown): Result<CollectionQuery, InvalidQuery> => {
  const query = parseCollectionQuery(input);
  if (!query.ok) return query;
  const fields = [...strangeParts(source, query.value), ...(LIMITS[source]?.(query.value) ?? [])];
  return fields.length > 0 ? err({ code: 'collections.invalid-query', fields }) : query;
};
