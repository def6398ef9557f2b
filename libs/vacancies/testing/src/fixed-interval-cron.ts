import { err, ok, type Result } from '@job-scope/kernel';
import type { CronCalculator, InvalidCron } from '@job-scope/vacancies-ports';

/** Stands in where only the order of times matters: it reads `every <n> ms` and nothing else, and knows no time zones. */
export class FixedIntervalCron implements CronCalculator {
  nextAfter(cron: string, _timeZone: string, after: Date): Result<Date, InvalidCron> {
    const ms = Number(/^every (\d+) ms$/.exec(cron)?.[1]);
    if (!ms) return err({ code: 'schedules.invalid-cron', detail: `cannot read "${cron}"` });
    return ok(new Date((Math.floor(after.getTime() / ms) + 1) * ms));
  }
}
