import type { Schedule, ScheduleFire, ScheduleProgress } from '@job-scope/vacancies-domain';

/** Writes schedules and what they have fired. Reached only through a transaction of `VacancyUnitOfWork`. */
export interface ScheduleRepository {
  /** Returns false, and does nothing, when a schedule of that name exists. */
  add(schedule: Schedule): Promise<boolean>;
  /** Reads the schedule and locks it until the transaction ends. */
  lock(id: string): Promise<Schedule | undefined>;
  /** Stores all but its fires; returns false, and does nothing, when another schedule has the name. */
  save(schedule: Schedule): Promise<boolean>;
  /** Its fires go with it, its runs stay. */
  remove(id: string): Promise<void>;

  /**
   * The schedule whose time has come longest ago, locked; those that are paused, excepted, or held by another
   * scheduler are passed over.
   */
  lockNextDue(now: Date, except: readonly string[]): Promise<Schedule | undefined>;
  /** One that has a time waiting and no run under way any more, locked; the same are passed over. */
  lockNextWaiting(except: readonly string[]): Promise<Schedule | undefined>;
  /** Whether a run of the schedule has not ended yet. */
  hasOpenRun(id: string): Promise<boolean>;
  /**
   * Notes what became of a time; false if that was noted before, or so long ago that it is forgotten: the guard against
   * firing twice.
   */
  recordFire(id: string, fire: ScheduleFire): Promise<boolean>;
  /** Notes what became of a time that was queued; false if it is not any more: the same guard. */
  settleQueuedFire(id: string, fire: ScheduleFire): Promise<boolean>;
  advance(id: string, progress: ScheduleProgress): Promise<void>;
  /**
   * Forgets what became of times before then, the oldest first; of each schedule its last fire is kept, and one that
   * waits. Schedules that somebody else holds are passed over. Returns how many were forgotten, `limit` at most.
   */
  forgetFires(before: Date, limit: number): Promise<number>;
}
