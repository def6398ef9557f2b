import { err, ok, type Result } from '@job-scope/kernel';
import type { CronCalculator, InvalidCron } from '@job-scope/vacancies-ports';

/** Stands in where only the order of times matters: it reads `every <n> ms` and nothing else, and knows no time zones. */
export class FixedIntervalCron implements CronCalculator {
  nextTimes(
    cron: string,
    _timeZone: string,
    after: Date,
    count: number,
  ): Result<readonly [Date, ...(readonly Date[])], InvalidCron> {
    const ms = Number(/^every (\d+) ms$/.exec(cron)?.[1]);
    if (!ms) return err({ code: 'schedules.invalid-cron', part: 'cron', detail: 'cannot be read' });
    const next = Math.floor(after.getTime() / ms) + 1;
    const others = Array.from({ length: count - 1 }, (_, index) => new Date((next + index + 1) * ms));
    return ok([new Date(next * ms), ...others]);
  }
}
