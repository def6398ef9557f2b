import { err, ok, type Result } from '@job-scope/kernel';
import type { CronCalculator, InvalidCron } from '@job-scope/vacancies-ports';
import { Cron } from 'croner';

/** Times that a change to summer time skips are made up for after the gap; those it repeats fire once. */
export class CronerCronCalculator implements CronCalculator {
  nextAfter(cron: string, timeZone: string, after: Date): Result<Date, InvalidCron> {
    try {
      const next = new Cron(cron, { timezone: timeZone, mode: '5-or-6-parts', paused: true }).nextRun(after);
      return next ? ok(next) : invalid(`"${cron}" never comes`);
    } catch (error) {
      return invalid(error instanceof Error ? error.message : String(error));
    }
  }
}

const invalid = (detail: string) => err({ code: 'schedules.invalid-cron' as const, detail });
