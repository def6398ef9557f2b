import { portToken, type Result } from '@job-scope/kernel';

export interface InvalidCron {
  readonly code: 'schedules.invalid-cron';
  /** Which of the two is at fault. */
  readonly part: 'cron' | 'timeZone';
  /** Repeats nothing of what was given. */
  readonly detail: string;
}

/** Cron arithmetic with time zones and daylight saving. */
export interface CronCalculator {
  /** The first `count` times after `after` that the expression names, in order; fewer only if no more come. */
  nextTimes(
    cron: string,
    timeZone: string,
    after: Date,
    count: number,
  ): Result<readonly [Date, ...(readonly Date[])], InvalidCron>;
}

export const CRON_CALCULATOR = portToken<CronCalculator>('vacancies/CronCalculator');
