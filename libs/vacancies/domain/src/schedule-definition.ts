import { err, ok, type FieldFault, type Result } from '@job-scope/kernel';
import { parseCollectionQuery, type CollectionQuery } from './collection-query';
import type { RunMode } from './collection-run';
import { runOptionFaults } from './run-options';
import { isSourceName, SOURCE_NAMES, type SourceName } from './source';
import { parseSourceQuery } from './source-query';

/** What to do when a time comes while a run of the schedule is under way: leave it out, or wait (one at most). */
export const OVERLAP_POLICIES = ['skip', 'queue'] as const;
/** What to do with times that were missed: make up for all of them by one run, or leave out those that are too late. */
export const MISFIRE_POLICIES = ['fire-once', 'skip'] as const;

export type OverlapPolicy = (typeof OVERLAP_POLICIES)[number];
export type MisfirePolicy = (typeof MISFIRE_POLICIES)[number];

/** What people decide of a schedule. */
export interface ScheduleDefinition {
  /** Unique; for people, and for making a default schedule only once. */
  readonly name: string;
  readonly description: string | null;
  readonly source: SourceName;
  readonly query: CollectionQuery;
  readonly mode: RunMode;
  /** How many requests a run of it may send; null for what is usual. */
  readonly maxRequests: number | null;
  /** Five or six fields, read in `timeZone`. */
  readonly cron: string;
  /** IANA name, for example `Europe/Moscow`. */
  readonly timeZone: string;
  /** Each time is served up to so many seconds late, so that schedules of one time do not all start at once. */
  readonly jitterSeconds: number;
  readonly overlap: OverlapPolicy;
  readonly misfire: MisfirePolicy;
  /** How late a time may be served before it counts as missed. */
  readonly misfireToleranceSeconds: number;
}

/** The definition alone, of a schedule with all that has become of it. */
export const definitionOf = (schedule: ScheduleDefinition): ScheduleDefinition => ({
  name: schedule.name,
  description: schedule.description,
  source: schedule.source,
  query: schedule.query,
  mode: schedule.mode,
  maxRequests: schedule.maxRequests,
  cron: schedule.cron,
  timeZone: schedule.timeZone,
  jitterSeconds: schedule.jitterSeconds,
  overlap: schedule.overlap,
  misfire: schedule.misfire,
  misfireToleranceSeconds: schedule.misfireToleranceSeconds,
});

/** A definition as it comes from outside. */
export type ScheduleWish = Readonly<Record<keyof ScheduleDefinition, unknown>>;

export interface InvalidSchedule {
  readonly code: 'schedules.invalid';
  readonly fields: readonly FieldFault[];
}

export const MAX_JITTER_SECONDS = 3_600;
export const MAX_TOLERANCE_SECONDS = 86_400;
const MAX_NAME = 100;
const MAX_DESCRIPTION = 1_000;
const MAX_CRON = 100;
const MAX_TIME_ZONE = 64;

export const invalidSchedule = (...fields: readonly FieldFault[]): InvalidSchedule => ({
  code: 'schedules.invalid',
  fields,
});

/** Checks all but the cron expression itself, which only a calculator can read. */
export const parseScheduleDefinition = (wish: ScheduleWish): Result<ScheduleDefinition, InvalidSchedule> => {
  const query = isSourceName(wish.source)
    ? parseSourceQuery(wish.source, wish.query)
    : parseCollectionQuery(wish.query);
  const faults = [
    ...RULES.flatMap(({ field, holds, message }) => (holds(wish[field]) ? [] : [{ pointer: `/${field}`, message }])),
    ...runOptionFaults(wish),
    ...(query.ok ? [] : query.error.fields),
  ];
  if (faults.length > 0) return err(invalidSchedule(...faults));
  const { name, description, ...rest } = wish as unknown as ScheduleDefinition;
  return ok({ ...rest, name: name.trim(), description: description?.trim() || null });
};

interface Rule {
  readonly field: keyof ScheduleDefinition;
  readonly message: string;
  holds(value: unknown): boolean;
}

const isText = (value: unknown, max: number): value is string =>
  typeof value === 'string' && value.trim() !== '' && value.length <= max && !/\p{Cc}/u.test(value);

/** Unlike other texts it may be empty, and have lines. */
const isDescription = (value: unknown): boolean =>
  value === null || (typeof value === 'string' && value.length <= MAX_DESCRIPTION && !/[^\P{Cc}\n\r\t]/u.test(value));

const isSeconds = (value: unknown, max: number): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= max;

const isOneOf = (values: readonly string[], value: unknown): boolean => values.some((known) => known === value);

const RULES: readonly Rule[] = [
  {
    field: 'name',
    message: `must be a text of 1 to ${MAX_NAME} characters, none of them a control character`,
    holds: (value) => isText(value, MAX_NAME),
  },
  {
    field: 'description',
    message: `must be a text of at most ${MAX_DESCRIPTION} characters, or null`,
    holds: isDescription,
  },
  { field: 'source', message: `is not known; known are ${SOURCE_NAMES.join(', ')}`, holds: isSourceName },
  {
    field: 'cron',
    message: `must be a text of 1 to ${MAX_CRON} characters`,
    holds: (value) => isText(value, MAX_CRON),
  },
  {
    field: 'timeZone',
    message: `must be a text of 1 to ${MAX_TIME_ZONE} characters`,
    holds: (value) => isText(value, MAX_TIME_ZONE),
  },
  {
    field: 'jitterSeconds',
    message: `must be a whole number from 0 to ${MAX_JITTER_SECONDS}`,
    holds: (value) => isSeconds(value, MAX_JITTER_SECONDS),
  },
  {
    field: 'overlap',
    message: `must be one of ${OVERLAP_POLICIES.join(', ')}`,
    holds: (value) => isOneOf(OVERLAP_POLICIES, value),
  },
  {
    field: 'misfire',
    message: `must be one of ${MISFIRE_POLICIES.join(', ')}`,
    holds: (value) => isOneOf(MISFIRE_POLICIES, value),
  },
  {
    field: 'misfireToleranceSeconds',
    message: `must be a whole number from 0 to ${MAX_TOLERANCE_SECONDS}`,
    holds: (value) => isSeconds(value, MAX_TOLERANCE_SECONDS),
  },
];
