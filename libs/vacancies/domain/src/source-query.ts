import { err, type FieldFault, type Result } from '@job-scope/kernel';
import { parseCollectionQuery, type CollectionQuery, type InvalidQuery } from './collection-query';
import type { SourceName } from './source';

type Limits = (query: CollectionQuery) => readonly FieldFault[];

/** For a source that has nothing like these parts. */
const refusing =
  (source: SourceName, ...parts: readonly (keyof CollectionQuery)[]): Limits =>
  (query) =>
    parts.flatMap((part) => faultIf((query[part] ?? false) !== false, part, `cannot be asked of ${source}`));

/** What a source cannot be asked for, although others can. */
const LIMITS: Readonly<Record<SourceName, Limits>> = {
  headhunter: () => [],
  trudvsem: ({ areas = [], employers = [], professionalRoles, onlyWithSalary }) => [
    ...faultIf(professionalRoles !== undefined, 'professionalRoles', 'cannot be asked of trudvsem'),
    ...faultIf(onlyWithSalary === true, 'onlyWithSalary', 'cannot be asked of trudvsem'),
    ...faultIf(areas.length > 1, 'areas', 'must be one region: trudvsem takes one at a time'),
    ...faultIf(employers.length > 1, 'employers', 'must be one company: trudvsem takes one at a time'),
    ...faultIf(
      areas.length > 0 && employers.length > 0,
      'areas',
      'cannot be asked of trudvsem together with employers',
    ),
  ],
  greenhouse: refusing('greenhouse', 'text', 'areas', 'professionalRoles', 'onlyWithSalary'),
};

const faultIf = (wrong: boolean, field: keyof CollectionQuery, message: string): readonly FieldFault[] =>
  wrong ? [{ pointer: `/query/${field}`, message }] : [];

/** A query that this source can be asked. What it would pass over is refused: nobody shall get more than was asked for. */
export const parseSourceQuery = (source: SourceName, input: unknown): Result<CollectionQuery, InvalidQuery> => {
  const query = parseCollectionQuery(input);
  if (!query.ok) return query;
  const fields = LIMITS[source](query.value);
  return fields.length > 0 ? err({ code: 'collections.invalid-query', fields }) : query;
};
