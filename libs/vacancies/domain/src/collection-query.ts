import { err, ok, type FieldFault, type Result } from '@job-scope/kernel';

/** What to ask a source for. Every list holds the source's own identifiers. An empty query asks for everything. */
export interface CollectionQuery {
  readonly text?: string;
  readonly areas?: readonly string[];
  readonly professionalRoles?: readonly string[];
  readonly employers?: readonly string[];
  readonly onlyWithSalary?: boolean;
}

export interface InvalidQuery {
  readonly code: 'collections.invalid-query';
  readonly fields: readonly FieldFault[];
}

const LISTS = ['areas', 'professionalRoles', 'employers'] as const;
const KNOWN = new Set<string>(['text', 'onlyWithSalary', ...LISTS]);
const MAX_TEXT = 500;
const MAX_LIST = 100;

/** Checks a query when it is saved and again when it is run; unknown parts are refused, never ignored. */
export const parseCollectionQuery = (input: unknown): Result<CollectionQuery, InvalidQuery> => {
  const fields: FieldFault[] = [];
  const fault = (pointer: string, message: string) => fields.push({ pointer, message });
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return err({ code: 'collections.invalid-query', fields: [{ pointer: '/query', message: 'must be an object' }] });
  }
  const query = input as Record<string, unknown>;
  for (const key of Object.keys(query)) {
    if (!KNOWN.has(key)) fault(`/query/${pointerToken(key)}`, `is not known; known are ${[...KNOWN].join(', ')}`);
  }
  const { text, onlyWithSalary } = query;
  if (text !== undefined && !isQueryText(text)) {
    fault('/query/text', `must be a text of 1 to ${MAX_TEXT} characters, none of them a control character`);
  }
  if (onlyWithSalary !== undefined && typeof onlyWithSalary !== 'boolean') {
    fault('/query/onlyWithSalary', 'must be true or false');
  }
  for (const name of LISTS) {
    const list = query[name];
    if (list !== undefined && !isIdentifierList(list)) {
      fault(`/query/${name}`, `must be a list of 1 to ${MAX_LIST} identifiers (letters, digits, - _ .)`);
    }
  }
  return fields.length > 0 ? err({ code: 'collections.invalid-query', fields }) : ok(query as CollectionQuery);
};

/** The parts of a query in a fixed order: equal for equal queries, whatever the order in which they were written. */
export const partsOf = (query: CollectionQuery): readonly (readonly [string, unknown])[] =>
  Object.entries(query).sort(([a], [b]) => (a < b ? -1 : 1));

const isQueryText = (value: unknown): boolean =>
  typeof value === 'string' && value.trim() !== '' && value.length <= MAX_TEXT && !/\p{Cc}/u.test(value);

const isIdentifierList = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.length <= MAX_LIST &&
  value.every((id) => typeof id === 'string' && /^[\w.-]{1,64}$/.test(id));

/** RFC 6901 §3. */
const pointerToken = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');
