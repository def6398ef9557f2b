import { err, ok, type FieldFault, type Result } from '@job-scope/kernel';

/**
 * What to ask a source for. Every list holds the source's own identifiers, of which a vacancy must have one. An empty
 * query asks for everything. When it was published, and in which order it is shown, is no part of a query: windows say
 * the one, and collecting needs a fixed other.
 */
export interface CollectionQuery {
  readonly text?: string;
  /** Where the text is looked for. */
  readonly searchFields?: readonly string[];
  readonly excludedText?: string;
  readonly areas?: readonly string[];
  /** Lines and stations. */
  readonly metro?: readonly string[];
  /** Where the address lies. */
  readonly box?: GeoBox;
  readonly professionalRoles?: readonly string[];
  readonly industries?: readonly string[];
  readonly employers?: readonly string[];
  readonly excludedEmployers?: readonly string[];
  readonly experience?: readonly string[];
  readonly employment?: readonly string[];
  readonly employmentForms?: readonly string[];
  readonly schedule?: readonly string[];
  readonly workFormats?: readonly string[];
  readonly partTime?: readonly string[];
  /** A vacancy must have them all. */
  readonly labels?: readonly string[];
  /** Around so much, in whole units of the currency; those that state none are meant too, unless `onlyWithSalary`. */
  readonly salary?: number;
  /** The source's own code; without it, the source's own currency. */
  readonly currency?: string;
  readonly onlyWithSalary?: boolean;
  readonly acceptTemporary?: boolean;
}

/** WGS 84, in degrees. */
export interface GeoBox {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export type QueryPart = keyof CollectionQuery;

export interface InvalidQuery {
  readonly code: 'collections.invalid-query';
  readonly fields: readonly FieldFault[];
}

/** What a part must be. */
interface Rule {
  readonly fits: (value: unknown) => boolean;
  readonly message: string;
}

const MAX_TEXT = 500;
const MAX_LIST = 100;
const MAX_SALARY = 1_000_000_000;

const TEXT: Rule = {
  fits: (value) =>
    typeof value === 'string' && value.trim() !== '' && value.length <= MAX_TEXT && !/\p{Cc}/u.test(value),
  message: `must be a text of 1 to ${MAX_TEXT} characters, none of them a control character`,
};
const LIST: Rule = {
  fits: (value) =>
    Array.isArray(value) &&
    value.length > 0 &&
    value.length <= MAX_LIST &&
    value.every((id) => typeof id === 'string' && /^[\w.-]{1,64}$/.test(id)),
  message: `must be a list of 1 to ${MAX_LIST} identifiers (letters, digits, - _ .)`,
};
const FLAG: Rule = { fits: (value) => typeof value === 'boolean', message: 'must be true or false' };
const SALARY: Rule = {
  fits: (value) => typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= MAX_SALARY,
  message: `must be a whole number from 1 to ${MAX_SALARY}`,
};
const CURRENCY: Rule = {
  fits: (value) => typeof value === 'string' && /^[A-Z]{3}$/.test(value),
  message: 'must be a code of three capital letters',
};
const BOX: Rule = {
  fits: (value) => {
    if (typeof value !== 'object' || value === null || Object.keys(value).length !== 4) return false;
    const { top, bottom, left, right } = value as Partial<Record<string, unknown>>;
    return isWithin(top, 90) && isWithin(bottom, 90) && isWithin(left, 180) && isWithin(right, 180)
      ? bottom < top && left < right
      : false;
  },
  message: 'must be the degrees top, bottom, left and right, with bottom below top and left before right',
};

const isWithin = (value: unknown, limit: number): value is number =>
  typeof value === 'number' && value >= -limit && value <= limit;

const RULES: Readonly<Record<QueryPart, Rule>> = {
  text: TEXT,
  searchFields: LIST,
  excludedText: TEXT,
  areas: LIST,
  metro: LIST,
  box: BOX,
  professionalRoles: LIST,
  industries: LIST,
  employers: LIST,
  excludedEmployers: LIST,
  experience: LIST,
  employment: LIST,
  employmentForms: LIST,
  schedule: LIST,
  workFormats: LIST,
  partTime: LIST,
  labels: LIST,
  salary: SALARY,
  currency: CURRENCY,
  onlyWithSalary: FLAG,
  acceptTemporary: FLAG,
};

export const QUERY_PARTS = Object.keys(RULES) as readonly QueryPart[];

/** Parts that say something only beside another. */
const COMPANIONS: Readonly<Partial<Record<QueryPart, QueryPart>>> = { searchFields: 'text', currency: 'salary' };

/** Checks a query when it is saved and again when it is run; unknown parts are refused, never ignored. */
export const parseCollectionQuery = (input: unknown): Result<CollectionQuery, InvalidQuery> => {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return err({ code: 'collections.invalid-query', fields: [{ pointer: '/query', message: 'must be an object' }] });
  }
  const query = input as Record<string, unknown>;
  const fields = [...unknownParts(query), ...QUERY_PARTS.flatMap((part) => faultsOf(query, part))];
  return fields.length > 0 ? err({ code: 'collections.invalid-query', fields }) : ok(query as CollectionQuery);
};

const unknownParts = (query: object): readonly FieldFault[] =>
  Object.keys(query)
    .filter((key) => !Object.hasOwn(RULES, key))
    .map((key) => ({
      pointer: `/query/${pointerToken(key)}`,
      message: `is not known; known are ${QUERY_PARTS.join(', ')}`,
    }));

const faultsOf = (query: Readonly<Record<string, unknown>>, part: QueryPart): readonly FieldFault[] => {
  const value = query[part];
  if (value === undefined) return [];
  const pointer = `/query/${part}`;
  if (!RULES[part].fits(value)) return [{ pointer, message: RULES[part].message }];
  const companion = COMPANIONS[part];
  return companion && query[companion] === undefined ? [{ pointer, message: `says nothing without ${companion}` }] : [];
};

/** The parts of a query in a fixed order: equal for equal queries, whatever the order in which they were written. */
export const partsOf = ({ box, ...query }: CollectionQuery): readonly (readonly [string, unknown])[] =>
  Object.entries({ ...query, ...(box && { box: [box.top, box.bottom, box.left, box.right] }) }).sort(([a], [b]) =>
    a < b ? -1 : 1,
  );

/** RFC 6901 §3. */
const pointerToken = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');
