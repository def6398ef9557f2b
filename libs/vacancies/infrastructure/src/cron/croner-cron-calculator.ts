import { err, ok, type Result } from '@job-scope/kernel';
import type { CronCalculator, InvalidCron } from '@job-scope/vacancies-ports';
import { Cron } from 'croner';

type Times = readonly [Date, ...(readonly Date[])];

/**
 * A time of day that summer time skips is made up for after the gap, one that autumn repeats fires once. Expressions
 * with a list, range or step in the time of day go by the clock that has run: they skip the gap, and fire in both hours.
 */
export class CronerCronCalculator implements CronCalculator {
  nextTimes(cron: string, timeZone: string, after: Date, count: number): Result<Times, InvalidCron> {
    if (!isTimeZone(timeZone)) return invalid('timeZone', 'must be an IANA time zone such as Europe/Moscow');
    const parsed = parse(cron, timeZone);
    if (!parsed) return invalid('cron', 'must be a cron expression of five or six fields');
    // It knows a date by its class, and so not one that was cloned in another realm.
    const [next, ...others] = parsed.nextRuns(count, new Date(after));
    return next ? ok([next, ...others]) : invalid('cron', 'must name a time that comes');
  }
}

const parse = (cron: string, timezone: string): Cron | undefined => {
  try {
    const parsed = new Cron(cron, { timezone, mode: '5-or-6-parts', paused: true });
    // It also reads single dates, which are no expressions.
    return parsed.getPattern() === undefined ? undefined : parsed;
  } catch {
    return undefined;
  }
};

const isTimeZone = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return name !== '';
  } catch {
    return false;
  }
};

const invalid = (part: InvalidCron['part'], detail: string) =>
  err({ code: 'schedules.invalid-cron' as const, part, detail });
