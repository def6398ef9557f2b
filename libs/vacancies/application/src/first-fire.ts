import { err, ok, type Result } from '@job-scope/kernel';
import { checkRhythm, dueAtOf, type Schedule } from '@job-scope/vacancies-domain';
import type { CronCalculator } from '@job-scope/vacancies-ports';
import type { InvalidScheduleFailure } from './schedule-failures';

/** So many times show the rhythm of an expression: one that fires too often does so within the first three. */
const LOOKED_AT = 10;

type FirstFire = Pick<Schedule, 'nextFireAt' | 'dueAt'>;

/** When a schedule fires first after `now`, or what is wrong with its rhythm. */
export const firstFire = (
  cron: CronCalculator,
  schedule: Pick<Schedule, 'id' | 'cron' | 'timeZone' | 'jitterSeconds'>,
  now: Date,
): Result<FirstFire, InvalidScheduleFailure> => {
  const times = cron.nextTimes(schedule.cron, schedule.timeZone, now, LOOKED_AT);
  if (!times.ok) {
    const { part, detail: message } = times.error;
    return err({ code: 'schedules.invalid', fields: [{ pointer: `/${part}`, message }] });
  }
  const checked = checkRhythm(schedule, times.value);
  if (!checked.ok) return checked;
  const [nextFireAt] = times.value;
  return ok({ nextFireAt, dueAt: dueAtOf(schedule, nextFireAt) });
};
