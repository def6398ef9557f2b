import { HIT_COLUMN_TYPES } from '../hit-columns';

const { id, source, source_id, state, ...SHOWN } = HIT_COLUMN_TYPES;

/** What an answer of a source sends of each vacancy but its details, with the types by which it is sent. */
const CONTENT = {
  ...SHOWN,
  content_hash: 'text',
  apply_url: 'text',
  address: 'jsonb',
  duplicate_key: 'text',
  type_id: 'text',
  type_name: 'text',
  response_letter_required: 'boolean',
  accepts_incomplete_resumes: 'boolean',
} as const;

/** What only some answers tell; without a hash the answer told none of it. */
const DETAILS = {
  details_hash: 'text',
  description_html: 'text',
  description_text: 'text',
  key_skills: 'jsonb',
  source_created_at: 'timestamptz',
} as const;

const TYPES = {
  ...{ id, source, source_id, state, revision: 'bigint', raw: 'jsonb', details_raw: 'jsonb' },
  ...CONTENT,
  ...DETAILS,
} as const;

export type Column = keyof typeof TYPES;
export type ContentColumn = keyof typeof CONTENT;
export type DetailsColumn = keyof typeof DETAILS;

export const CONTENT_COLUMNS = Object.keys(CONTENT) as readonly ContentColumn[];
export const DETAILS_COLUMNS = Object.keys(DETAILS) as readonly DetailsColumn[];

/** `unnest(…) AS sent (…)`: each column of the batch travels as one array, from parameter `first` on. */
export const unnest = (columns: readonly Column[], first: number): string =>
  `unnest(${columns.map((column, index) => `$${first + index}::${TYPES[column]}[]`).join(', ')})
    AS sent (${columns.join(', ')})`;

/** The arrays for `unnest`. */
export const arraysOf = <C extends Column>(
  columns: readonly C[],
  rows: readonly Readonly<Record<C, unknown>>[],
): readonly unknown[][] => columns.map((column) => rows.map((row) => row[column]));

/** Details that were not told leave those that are known alone. */
export const setDetails = (columns: readonly Column[], stored: string, told: string): string =>
  columns
    .map(
      (column) =>
        `${column} = CASE WHEN ${told}.details_hash IS NULL THEN ${stored}.${column} ELSE ${told}.${column} END`,
    )
    .join(', ');
