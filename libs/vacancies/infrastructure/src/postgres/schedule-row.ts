import type { CollectionQuery, FireOutcome, Schedule, ScheduleFire, SourceName } from '@job-scope/vacancies-domain';

export interface FireRow {
  readonly fire_at: Date;
  readonly outcome: FireOutcome;
  readonly run_id: string | null;
  readonly recorded_at: Date;
}

export interface ScheduleRow {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly source: SourceName;
  readonly query: CollectionQuery;
  readonly mode: Schedule['mode'];
  readonly max_requests: string | null;
  readonly cron: string;
  readonly time_zone: string;
  readonly jitter_seconds: number;
  readonly overlap: Schedule['overlap'];
  readonly misfire: Schedule['misfire'];
  readonly misfire_tolerance_seconds: number;
  readonly paused: boolean;
  readonly next_fire_at: Date;
  readonly due_at: Date;
  readonly waiting_fire_at: Date | null;
  readonly revision: number;
  readonly created_at: Date;
  readonly updated_at: Date;
  readonly last_fire_at: Date | null;
  readonly last_outcome: FireOutcome | null;
  readonly last_run_id: string | null;
  readonly last_recorded_at: Date | null;
}

/** Schedules as `toSchedule` reads them. */
export const SELECT_SCHEDULES = `
  SELECT schedule.*, fire.fire_at AS last_fire_at, fire.outcome AS last_outcome, fire.run_id AS last_run_id,
    fire.recorded_at AS last_recorded_at
  FROM vacancies.schedules schedule
  LEFT JOIN LATERAL (
    SELECT * FROM vacancies.schedule_fires WHERE schedule_id = schedule.id ORDER BY fire_at DESC LIMIT 1
  ) fire ON true`;

export const toFire = (row: FireRow): ScheduleFire => ({
  at: row.fire_at,
  outcome: row.outcome,
  runId: row.run_id,
  recordedAt: row.recorded_at,
});

export const toSchedule = (row: ScheduleRow): Schedule => ({
  id: row.id,
  name: row.name,
  description: row.description,
  source: row.source,
  query: row.query,
  mode: row.mode,
  maxRequests: row.max_requests === null ? null : Number(row.max_requests),
  cron: row.cron,
  timeZone: row.time_zone,
  jitterSeconds: row.jitter_seconds,
  overlap: row.overlap,
  misfire: row.misfire,
  misfireToleranceSeconds: row.misfire_tolerance_seconds,
  paused: row.paused,
  nextFireAt: row.next_fire_at,
  dueAt: row.due_at,
  waitingFireAt: row.waiting_fire_at,
  revision: row.revision,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  lastFire: lastFireOf(row),
});

const lastFireOf = (row: ScheduleRow): ScheduleFire | null => {
  const { last_fire_at: at, last_outcome: outcome, last_run_id: runId, last_recorded_at: recordedAt } = row;
  return at && outcome && recordedAt ? { at, outcome, runId, recordedAt } : null;
};
