import { dueAtOf, type CollectionQuery, type Schedule, type ScheduleFire } from '@job-scope/vacancies-domain';

/** A time of a schedule, and when it is served: later by the jitter. */
export interface FireTimeView {
  readonly at: Date;
  readonly dueAt: Date;
}

/** A time of a schedule, and what became of it. */
export interface ScheduleFireView {
  readonly at: Date;
  readonly outcome: 'fired' | 'queued' | 'skipped-overlap' | 'skipped-misfire';
  readonly runId: string | null;
  readonly recordedAt: Date;
}

export interface ScheduleView {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly source: string;
  readonly query: CollectionQuery;
  readonly mode: 'full' | 'incremental';
  readonly maxRequests: number | null;
  readonly cron: string;
  readonly timeZone: string;
  readonly jitterSeconds: number;
  readonly overlap: 'skip' | 'queue';
  readonly misfire: 'fire-once' | 'skip';
  readonly misfireToleranceSeconds: number;
  readonly paused: boolean;
  /** Null while it is paused. */
  readonly nextFire: FireTimeView | null;
  /** The time whose run waits until the run before it has ended. */
  readonly waitingFireAt: Date | null;
  readonly lastFire: ScheduleFireView | null;
  readonly revision: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** A schedule with what lies ahead of it and behind it. */
export interface ScheduleDetailView extends ScheduleView {
  /** In order; none while it is paused. */
  readonly nextFires: readonly FireTimeView[];
  /** The latest first. */
  readonly lastFires: readonly ScheduleFireView[];
}

export const toScheduleView = ({ nextFireAt, dueAt, ...schedule }: Schedule): ScheduleView => ({
  id: schedule.id,
  name: schedule.name,
  description: schedule.description,
  source: schedule.source,
  query: schedule.query,
  mode: schedule.mode,
  maxRequests: schedule.maxRequests,
  cron: schedule.cron,
  timeZone: schedule.timeZone,
  jitterSeconds: schedule.jitterSeconds,
  overlap: schedule.overlap,
  misfire: schedule.misfire,
  misfireToleranceSeconds: schedule.misfireToleranceSeconds,
  paused: schedule.paused,
  nextFire: schedule.paused ? null : { at: nextFireAt, dueAt },
  waitingFireAt: schedule.waitingFireAt,
  lastFire: schedule.lastFire && toFireView(schedule.lastFire),
  revision: schedule.revision,
  createdAt: schedule.createdAt,
  updatedAt: schedule.updatedAt,
});

export const toFireView = ({ at, outcome, runId, recordedAt }: ScheduleFire): ScheduleFireView => ({
  at,
  outcome,
  runId,
  recordedAt,
});

export const toFireTimeView = (schedule: Schedule, at: Date): FireTimeView => ({ at, dueAt: dueAtOf(schedule, at) });
