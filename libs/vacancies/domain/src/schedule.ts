import type { ScheduleDefinition } from './schedule-definition';

/** A stored wish to collect again and again. */
export interface Schedule extends ScheduleDefinition {
  /** UUIDv7. */
  readonly id: string;
  readonly paused: boolean;
  /** The time that is served next, as the cron expression names it; it means nothing while paused. */
  readonly nextFireAt: Date;
  /** When that time is served: later by its jitter. */
  readonly dueAt: Date;
  /** A time whose run waits until the run before it has ended; null for none. */
  readonly waitingFireAt: Date | null;
  /** Goes up when people change the schedule, not when it fires. */
  readonly revision: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  /** The last time that was served; null before the first. */
  readonly lastFire: ScheduleFire | null;
}

/** What became of a time: it was served, waits for the run before it to end, or was left out, and why. */
export type FireOutcome = 'fired' | 'queued' | 'skipped-overlap' | 'skipped-misfire';

/** A time of a schedule, and what became of it. */
export interface ScheduleFire {
  /** As the cron expression names it. */
  readonly at: Date;
  readonly outcome: FireOutcome;
  /** The run that serves it; null while it waits, and if it was left out. */
  readonly runId: string | null;
  readonly recordedAt: Date;
}

/** How far a schedule has come, once a time is served or left out. */
export type ScheduleProgress = Pick<Schedule, 'nextFireAt' | 'dueAt' | 'waitingFireAt'>;
