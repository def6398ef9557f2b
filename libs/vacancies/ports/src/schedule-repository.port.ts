import type { Schedule } from '@job-scope/vacancies-domain';

/** Reads and fires schedules. Reached only through a transaction of `VacancyUnitOfWork`. */
export interface ScheduleRepository {
  /** Does nothing when a schedule of that name exists. */
  addIfAbsent(schedule: Schedule): Promise<void>;
  /** Enabled schedules whose time has come, locked; those another scheduler holds are passed over. */
  lockDue(now: Date, limit: number): Promise<readonly Schedule[]>;
  /** Notes that `fireAt` was served by `runId`; false if it was served before: the guard against firing twice. */
  recordFire(scheduleId: string, fireAt: Date, runId: string): Promise<boolean>;
  setNextFire(scheduleId: string, at: Date): Promise<void>;
}
