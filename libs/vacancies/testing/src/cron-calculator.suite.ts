import type { CronCalculator } from '@job-scope/vacancies-ports';
import { describeSuite, type OpenHarness, type SuiteCase } from './suite';

export interface CronCalculatorHarness {
  readonly cron: CronCalculator;
}

const next = ({ cron }: CronCalculatorHarness, expression: string, timeZone: string, after: string) => {
  const time = cron.nextAfter(expression, timeZone, new Date(after));
  return time.ok ? time.value.toISOString() : time.error.code;
};

/** Title, expression, time zone, after, expected. */
type Example = readonly [title: string, cron: string, timeZone: string, after: string, expected: string];

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
  ['is an hour earlier in summer', '0 9 * * *', 'Europe/Berlin', '2026-03-29T12:00:00Z', '2026-03-30T07:00:00.000Z'],
  [
    'makes up for a time that summer time skips as soon as it has begun',
    '30 2 * * *',
    'Europe/Berlin',
    '2026-03-28T12:00:00Z',
    '2026-03-29T01:00:00.000Z',
  ],
  [
    'fires a time that is repeated in autumn',
    '30 2 * * *',
    'Europe/Berlin',
    '2026-10-24T12:00:00Z',
    '2026-10-25T00:30:00.000Z',
  ],
  ['and fires it once', '30 2 * * *', 'Europe/Berlin', '2026-10-25T00:30:00Z', '2026-10-26T01:30:00.000Z'],
];

const REFUSED: readonly Example[] = [
  ['no cron at all', 'often', 'Etc/UTC', '2026-01-01T00:00:00Z', 'schedules.invalid-cron'],
  ['an empty text', '', 'Etc/UTC', '2026-01-01T00:00:00Z', 'schedules.invalid-cron'],
  ['a value out of range', '60 * * * *', 'Etc/UTC', '2026-01-01T00:00:00Z', 'schedules.invalid-cron'],
  ['seven fields', '0 0 0 1 1 * 2030', 'Etc/UTC', '2026-01-01T00:00:00Z', 'schedules.invalid-cron'],
  ['a day that never comes', '0 0 31 2 *', 'Etc/UTC', '2026-01-01T00:00:00Z', 'schedules.invalid-cron'],
  ['an unknown time zone', '0 9 * * *', 'Europe/Atlantis', '2026-01-01T00:00:00Z', 'schedules.invalid-cron'],
];

const caseOf = ([title, cron, timeZone, after, expected]: Example): SuiteCase<CronCalculatorHarness> => ({
  title,
  check: async (harness) => expect(next(harness, cron, timeZone, after)).toBe(expected),
});

export const cronCalculatorCases: readonly SuiteCase<CronCalculatorHarness>[] = [
  ...EXAMPLES.map(caseOf),
  ...REFUSED.map(([title, ...rest]) => caseOf([`refuses ${title}`, ...rest])),
];

/** What every `CronCalculator` must do. */
export const describeCronCalculator = (name: string, open: OpenHarness<CronCalculatorHarness>): void =>
  describeSuite(`${name}: a CronCalculator`, cronCalculatorCases, open);
