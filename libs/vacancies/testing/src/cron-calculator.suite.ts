import type { CronCalculator } from '@job-scope/vacancies-ports';
import { describeSuite, type OpenHarness, type SuiteCase } from './suite';

export interface CronCalculatorHarness {
  readonly cron: CronCalculator;
}

const times = (
  { cron }: CronCalculatorHarness,
  expression: string,
  timeZone: string,
  after: string,
  count: number,
): readonly string[] | string => {
  const next = cron.nextTimes(expression, timeZone, new Date(after), count);
  return next.ok ? next.value.map((time) => time.toISOString()) : `${next.error.code} ${next.error.part}`;
};

/** Expected are the first times, as many as are given. */
type Example = readonly [title: string, cron: string, timeZone: string, after: string, ...expected: readonly string[]];

const days = (...dates: readonly string[]) => dates.map((date) => `2026-${date}T09:00:00.000Z`);

const EXAMPLES: readonly Example[] = [
  ['reads five fields', '0 */6 * * *', 'Etc/UTC', '2026-01-01T05:59:59Z', '2026-01-01T06:00:00.000Z'],
  ['reads six fields, seconds first', '*/10 * * * * *', 'Etc/UTC', '2026-01-01T00:00:01Z', '2026-01-01T00:00:10.000Z'],
  ['is always later', '0 */6 * * *', 'Etc/UTC', '2026-01-01T06:00:00Z', '2026-01-01T12:00:00.000Z'],
  [
    'reads the fields in the time zone',
    '0 9 * * *',
    'Europe/Moscow',
    '2026-01-01T00:00:00Z',
    '2026-01-01T06:00:00.000Z',
  ],
  ['knows the days of the week', '0 9 * * MON', 'Etc/UTC', '2026-01-01T00:00:00Z', '2026-01-05T09:00:00.000Z'],
  ['crosses years', '0 0 1 1 *', 'Etc/UTC', '2026-06-01T00:00:00Z', '2027-01-01T00:00:00.000Z'],
  ['finds leap days', '0 0 29 2 *', 'Etc/UTC', '2026-01-01T00:00:00Z', '2028-02-29T00:00:00.000Z'],
  ['gives as many as asked for', '0 9 * * *', 'Etc/UTC', '2026-02-27T10:00:00Z', ...days('02-28', '03-01', '03-02')],
  ['gives one alone', '0 0 1 1 *', 'Etc/UTC', '2026-06-01T00:00:00Z', '2027-01-01T00:00:00.000Z'],
  [
    'is an hour earlier in summer',
    '0 9 * * *',
    'Europe/Berlin',
    '2026-03-27T12:00:00Z',
    ...['2026-03-28T08:00:00.000Z', '2026-03-29T07:00:00.000Z', '2026-03-30T07:00:00.000Z'],
  ],
  [
    'is an hour later in winter',
    '0 9 * * *',
    'America/New_York',
    '2026-10-31T00:00:00Z',
    ...['2026-10-31T13:00:00.000Z', '2026-11-01T14:00:00.000Z', '2026-11-02T14:00:00.000Z'],
  ],
  [
    'makes up for a time that summer time skips as soon as it has begun, in Berlin',
    '30 2 * * *',
    'Europe/Berlin',
    '2026-03-28T12:00:00Z',
    ...['2026-03-29T01:00:00.000Z', '2026-03-30T00:30:00.000Z'],
  ],
  [
    'and in New York',
    '30 2 * * *',
    'America/New_York',
    '2026-03-07T12:00:00Z',
    ...['2026-03-08T07:00:00.000Z', '2026-03-09T06:30:00.000Z'],
  ],
  [
    'fires a time that is repeated in autumn once, in Berlin',
    '30 2 * * *',
    'Europe/Berlin',
    '2026-10-24T12:00:00Z',
    ...['2026-10-25T00:30:00.000Z', '2026-10-26T01:30:00.000Z'],
  ],
  [
    'once in New York',
    '30 1 * * *',
    'America/New_York',
    '2026-10-31T12:00:00Z',
    ...['2026-11-01T05:30:00.000Z', '2026-11-02T06:30:00.000Z'],
  ],
  [
    'and once when asked between the two',
    '30 2 * * *',
    'Europe/Berlin',
    '2026-10-25T00:30:00Z',
    '2026-10-26T01:30:00.000Z',
  ],
  [
    'goes on every half hour through the hour that autumn repeats',
    '*/30 * * * *',
    'America/New_York',
    '2026-11-01T04:45:00Z',
    ...['05:00', '05:30', '06:00', '06:30', '07:00'].map((time) => `2026-11-01T${time}:00.000Z`),
  ],
  [
    'and through the gap that summer time makes',
    '*/30 * * * *',
    'Europe/Berlin',
    '2026-03-29T00:15:00Z',
    ...['00:30', '01:00', '01:30'].map((time) => `2026-03-29T${time}:00.000Z`),
  ],
];

/** Title, expression, time zone; which of the two is at fault. */
const REFUSED: readonly (readonly [title: string, cron: string, timeZone: string, part: string])[] = [
  ['no cron at all', 'often', 'Etc/UTC', 'cron'],
  ['an empty text', '', 'Etc/UTC', 'cron'],
  ['a value out of range', '60 * * * *', 'Etc/UTC', 'cron'],
  ['seven fields', '0 0 0 1 1 * 2030', 'Etc/UTC', 'cron'],
  ['a day that never comes', '0 0 31 2 *', 'Etc/UTC', 'cron'],
  ['a single date', '2030-01-01T00:00:00', 'Etc/UTC', 'cron'],
  ['an unknown time zone', '0 9 * * *', 'Europe/Atlantis', 'timeZone'],
  ['no time zone', '0 9 * * *', '', 'timeZone'],
];

export const cronCalculatorCases: readonly SuiteCase<CronCalculatorHarness>[] = [
  ...EXAMPLES.map(([title, cron, timeZone, after, ...expected]) => ({
    title,
    check: async (harness: CronCalculatorHarness) =>
      expect(times(harness, cron, timeZone, after, expected.length)).toEqual(expected),
  })),
  ...REFUSED.map(([title, cron, timeZone, part]) => ({
    title: `refuses ${title}`,
    check: async (harness: CronCalculatorHarness) =>
      expect(times(harness, cron, timeZone, '2026-01-01T00:00:00Z', 1)).toBe(`schedules.invalid-cron ${part}`),
  })),
];

/** What every `CronCalculator` must do. */
export const describeCronCalculator = (name: string, open: OpenHarness<CronCalculatorHarness>): void =>
  describeSuite(`${name}: a CronCalculator`, cronCalculatorCases, open);
