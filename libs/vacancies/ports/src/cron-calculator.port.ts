import { portToken, type Result } from '@job-scope/kernel';

export interface InvalidCron {
  readonly code: 'schedules.invalid-cron';
  readonly detail: string;
}

/** Cron arithmetic with time zones and daylight saving. */
export interface CronCalculator {
  /** The first time after `after` that the expression names. */
  nextAfter(cron: string, timeZone: string, after: Date): Result<Date, InvalidCron>;
}

export const CRON_CALCULATOR = portToken<CronCalculator>('vacancies/CronCalculator');
