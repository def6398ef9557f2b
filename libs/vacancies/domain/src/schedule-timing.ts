import { err, ok, type Result } from '@job-scope/kernel';
import type { Schedule } from './schedule';
import { invalidSchedule, type InvalidSchedule, type ScheduleDefinition } from './schedule-definition';

/** No schedule may fire more often: sources would take it amiss, and so would the database. */
export const MIN_INTERVAL_SECONDS = 60;

const SECOND = 1_000;

/** Checks the first times that a schedule would fire at. */
export const checkRhythm = (
  { jitterSeconds }: Pick<ScheduleDefinition, 'jitterSeconds'>,
  times: readonly Date[],
): Result<void, InvalidSchedule> => {
  const gaps = times.slice(1).map((time, index) => time.getTime() - (times[index]?.getTime() ?? 0));
  const shortest = Math.min(...gaps);
  if (shortest < MIN_INTERVAL_SECONDS * SECOND) {
    const message = `must not fire more often than every ${MIN_INTERVAL_SECONDS} seconds`;
    return err(invalidSchedule({ pointer: '/cron', message }));
  }
  if (jitterSeconds * SECOND < shortest) return ok(undefined);
  const message = 'must be shorter than the time between any two times of the schedule';
  return err(invalidSchedule({ pointer: '/jitterSeconds', message }));
};

/**
 * When a time is served: up to `jitterSeconds` later. The delay depends on schedule and time only, so that all
 * schedulers know the same moment without speaking to each other.
 */
export const dueAtOf = ({ id, jitterSeconds }: Pick<Schedule, 'id' | 'jitterSeconds'>, fireAt: Date): Date => {
  const share = digest(`${id} ${fireAt.toISOString()}`) / MAX_DIGEST;
  return new Date(fireAt.getTime() + Math.round(share * jitterSeconds * SECOND));
};

/** Whether the time that is due comes too late. */
export const isMissed = ({ dueAt, misfireToleranceSeconds }: Schedule, now: Date): boolean =>
  now.getTime() - dueAt.getTime() > misfireToleranceSeconds * SECOND;

/**
 * The moment up to which a schedule has nothing to do any more, when its next time is served at `now`: of the times that
 * came meanwhile those are served with it that must be due by now, whatever their jitter.
 */
export const servedUntil = ({ nextFireAt, jitterSeconds }: Schedule, now: Date): Date =>
  new Date(Math.max(nextFireAt.getTime(), now.getTime() - jitterSeconds * SECOND));

/** The same when it is left out as missed: of the times that came meanwhile only those are left out that are too late. */
export const missedUntil = (schedule: Schedule, now: Date): Date =>
  servedUntil(schedule, new Date(now.getTime() - schedule.misfireToleranceSeconds * SECOND));

const MAX_DIGEST = 0xffff_ffff;

/** FNV-1a, with the finisher of MurmurHash3: without it, texts that differ in their last letters only are close. */
const digest = (text: string): number => {
  let hash = 0x811c_9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x0100_0193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85eb_ca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2_ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
};
