import type { FieldFault } from '@job-scope/kernel';

/** How often is looked for new matches. */
export const SEARCH_FREQUENCIES = ['hourly', 'daily'] as const;
/** In which mails about them are written. */
export const MAIL_LANGUAGES = ['ru', 'en'] as const;

export type SearchFrequency = (typeof SEARCH_FREQUENCIES)[number];
export type MailLanguage = (typeof MAIL_LANGUAGES)[number];

/** So many a user may have. */
export const MAX_SAVED_SEARCHES = 50;

/** Text and filters, by the names that the parameters of a search have; moments in ISO 8601. */
export type SearchTerms = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** What its user decides of a saved search. */
export interface SavedSearchDefinition {
  /** Unique among those of its user. */
  readonly name: string;
  readonly terms: SearchTerms;
  readonly frequency: SearchFrequency;
  readonly language: MailLanguage;
}

/** A search whose new matches its user is told of. */
export interface SavedSearch extends SavedSearchDefinition {
  /** UUIDv7. */
  readonly id: string;
  readonly ownerId: string;
  readonly paused: boolean;
  /** What was stored before this is not new to it: when it was made, last resumed, or given other terms. */
  readonly since: Date;
  /** Whatever was stored before this has been looked at, unless it was told more of later. */
  readonly watermark: Date;
  /** When the next look is due; it means nothing while paused. */
  readonly dueAt: Date;
  /** Goes up when its user changes it, not when it is looked at. */
  readonly revision: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

const HOUR = 3_600_000;
const INTERVALS: Readonly<Record<SearchFrequency, number>> = { hourly: HOUR, daily: 24 * HOUR };

export const nextLookAt = (frequency: SearchFrequency, now: Date): Date =>
  new Date(now.getTime() + INTERVALS[frequency]);

/** As one that is new at that moment: nothing from before is a new match. */
export const startedAt = (
  frequency: SearchFrequency,
  now: Date,
): Pick<SavedSearch, 'since' | 'watermark' | 'dueAt'> => ({
  since: now,
  watermark: now,
  dueAt: nextLookAt(frequency, now),
});

/**
 * So long after a vacancy was stored it may begin to match: its description and skills are asked for alone, when the
 * lists of a run have been read, and an index shows late what it was told.
 */
const LATE_MATCHES_MS = 24 * HOUR;

/** The least identifier of what is looked at again: what was told before is known by what was noted. */
export const lookFrom = ({ since, watermark }: Pick<SavedSearch, 'since' | 'watermark'>): string =>
  leastIdAt(new Date(Math.max(since.getTime(), watermark.getTime() - LATE_MATCHES_MS)));

/** Below all identifiers that were made at that moment or later: they begin with their time (RFC 9562, UUIDv7). */
const leastIdAt = (at: Date): string => {
  const time = Math.max(0, at.getTime()).toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`;
};

const MAX_NAME = 100;

/** What is wrong with a definition as it comes from outside; its terms are checked by what understands them. */
export const savedSearchFaults = (
  wish: Readonly<Record<'name' | 'frequency' | 'language', unknown>>,
): readonly FieldFault[] => [
  ...(isName(wish.name)
    ? []
    : [
        {
          pointer: '/name',
          message: `must be a text of 1 to ${MAX_NAME} characters, none of them a control character`,
        },
      ]),
  ...oneOf('frequency', SEARCH_FREQUENCIES, wish.frequency),
  ...oneOf('language', MAIL_LANGUAGES, wish.language),
];

const isName = (value: unknown): boolean =>
  typeof value === 'string' &&
  value.trim() !== '' &&
  value.length <= MAX_NAME &&
  !/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u.test(value);

const oneOf = (field: string, known: readonly string[], value: unknown): readonly FieldFault[] =>
  known.some((each) => each === value) ? [] : [{ pointer: `/${field}`, message: `must be one of ${known.join(', ')}` }];
