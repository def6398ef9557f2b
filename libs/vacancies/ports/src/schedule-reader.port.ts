import { portToken, type Page, type PagePosition, type Result } from '@job-scope/kernel';
import type { Schedule, ScheduleFire } from '@job-scope/vacancies-domain';

/** The position was not made by this list, or is of an older make: begin again. */
export type ScheduleListFailure = { readonly code: 'schedules.cursor-expired' };

/** Reads schedules outside any transaction. */
export interface ScheduleReader {
  byId(id: string): Promise<Schedule | undefined>;
  /** The newest first. */
  list(request: { limit: number; from?: PagePosition }): Promise<Result<Page<Schedule>, ScheduleListFailure>>;
  /** What became of the last times of a schedule, the latest first. */
  lastFires(id: string, limit: number): Promise<readonly ScheduleFire[]>;
}

export const SCHEDULE_READER = portToken<ScheduleReader>('vacancies/ScheduleReader');
