import type { Schedule, ScheduleFire, ScheduleProgress } from '@job-scope/vacancies-domain';
import type { ScheduleRepository } from '@job-scope/vacancies-ports';
import { SELECT_SCHEDULES, toSchedule, type ScheduleRow } from './schedule-row';
import { theRow, type Statements } from './statement';
import { storableJson } from './storable';

export class PostgresScheduleRepository implements ScheduleRepository {
  constructor(private readonly statements: Statements) {}

  async add(schedule: Schedule): Promise<boolean> {
    await this.lockNames();
    const sql = `INSERT INTO vacancies.schedules (id, created_at, ${COLUMNS.join(', ')})
      VALUES ($1, $2, ${COLUMNS.map((_, index) => `$${index + 3}`).join(', ')}) ON CONFLICT (name) DO NOTHING RETURNING id`;
    const rows = await this.statements.rows(sql, [schedule.id, schedule.createdAt, ...valuesOf(schedule)]);
    return rows.length > 0;
  }

  async lock(id: string): Promise<Schedule | undefined> {
    return this.locked('schedule.id = $1', [id], 'FOR NO KEY UPDATE OF schedule');
  }

  async save(schedule: Schedule): Promise<boolean> {
    await this.lockNames();
    const sql = `UPDATE vacancies.schedules SET ${COLUMNS.map((name, index) => `${name} = $${index + 2}`).join(', ')}
      WHERE id = $1 AND NOT EXISTS (SELECT FROM vacancies.schedules WHERE name = $2 AND id <> $1) RETURNING id`;
    return (await this.statements.rows(sql, [schedule.id, ...valuesOf(schedule)])).length > 0;
  }

  async remove(id: string): Promise<void> {
    const sql = 'DELETE FROM vacancies.schedules WHERE id = $1 RETURNING id';
    theRow(await this.statements.rows(sql, [id]), `schedule ${id}`);
  }

  lockNextDue(now: Date, except: readonly string[]): Promise<Schedule | undefined> {
    const condition = 'NOT paused AND due_at <= $1 AND schedule.id <> ALL ($2::uuid[])';
    return this.locked(condition, [now, except], `ORDER BY due_at LIMIT 1 ${SKIP_LOCKED}`);
  }

  lockNextWaiting(except: readonly string[]): Promise<Schedule | undefined> {
    const condition = `NOT paused AND waiting_fire_at IS NOT NULL AND schedule.id <> ALL ($1::uuid[])
      AND NOT EXISTS (SELECT ${openRunOf('schedule.id')})`;
    return this.locked(condition, [except], `ORDER BY waiting_fire_at LIMIT 1 ${SKIP_LOCKED}`);
  }

  async hasOpenRun(id: string): Promise<boolean> {
    return (await this.statements.rows(`SELECT 1 ${openRunOf('$1::uuid')} LIMIT 1`, [id])).length > 0;
  }

  async recordFire(id: string, { at, outcome, runId, recordedAt }: ScheduleFire): Promise<boolean> {
    const rows = await this.statements.rows(
      `INSERT INTO vacancies.schedule_fires (schedule_id, fire_at, outcome, run_id, recorded_at)
       SELECT $1::uuid, $2::timestamptz, $3, $4::uuid, $5::timestamptz
       WHERE NOT EXISTS (SELECT FROM vacancies.schedules WHERE id = $1 AND fires_forgotten_until >= $2)
       ON CONFLICT (schedule_id, fire_at) DO NOTHING RETURNING fire_at`,
      [id, at, outcome, runId, recordedAt],
    );
    return rows.length > 0;
  }

  async settleQueuedFire(id: string, { at, outcome, runId, recordedAt }: ScheduleFire): Promise<boolean> {
    const rows = await this.statements.rows(
      `UPDATE vacancies.schedule_fires SET outcome = $3, run_id = $4, recorded_at = $5
       WHERE schedule_id = $1 AND fire_at = $2 AND outcome = 'queued' RETURNING fire_at`,
      [id, at, outcome, runId, recordedAt],
    );
    return rows.length > 0;
  }

  async advance(id: string, { nextFireAt, dueAt, waitingFireAt }: ScheduleProgress): Promise<void> {
    const rows = await this.statements.rows(
      `UPDATE vacancies.schedules SET next_fire_at = $2, due_at = $3, waiting_fire_at = $4 WHERE id = $1 RETURNING id`,
      [id, nextFireAt, dueAt, waitingFireAt],
    );
    theRow(rows, `schedule ${id}`);
  }

  async forgetFires(before: Date, limit: number): Promise<number> {
    const [row] = await this.statements.rows<{ forgotten: number }>(FORGET_FIRES, [before, limit]);
    return row?.forgotten ?? 0;
  }

  private async locked(condition: string, parameters: readonly unknown[], rest: string): Promise<Schedule | undefined> {
    const sql = `${SELECT_SCHEDULES} WHERE ${condition} ${rest}`;
    const [row] = await this.statements.rows<ScheduleRow>(sql, parameters);
    return row && toSchedule(row);
  }

  /** Who gives a name waits for others who do: a violated constraint would end the transaction. */
  private async lockNames(): Promise<void> {
    await this.statements.rows('SELECT pg_advisory_xact_lock($1)', [NAMES_LOCK]);
  }
}

/** Any number will do that nobody else takes in this database. */
const NAMES_LOCK = 5_620_728;

const SKIP_LOCKED = 'FOR NO KEY UPDATE OF schedule SKIP LOCKED';

/** Who serves a time holds its schedule: it cannot be about to note what is forgotten here. */
const FORGET_FIRES = `
  WITH old AS (
    SELECT schedule_id, fire_at FROM vacancies.schedule_fires fire
    WHERE fire_at < $1 AND outcome <> 'queued' AND fire_at < (
      SELECT max(fire_at) FROM vacancies.schedule_fires WHERE schedule_id = fire.schedule_id
    )
    ORDER BY fire_at LIMIT $2
  ), held AS (
    SELECT id FROM vacancies.schedules schedule WHERE id = ANY (ARRAY(SELECT schedule_id FROM old)) ${SKIP_LOCKED}
  ), forgotten AS (
    DELETE FROM vacancies.schedule_fires fire USING old
    WHERE (fire.schedule_id, fire.fire_at) = (old.schedule_id, old.fire_at) AND old.schedule_id IN (SELECT id FROM held)
    RETURNING fire.schedule_id, fire.fire_at
  ), noted AS (
    UPDATE vacancies.schedules schedule SET fires_forgotten_until = greatest(
      fires_forgotten_until, (SELECT max(fire_at) FROM forgotten WHERE schedule_id = schedule.id)
    )
    WHERE id = ANY (ARRAY(SELECT schedule_id FROM forgotten))
  )
  SELECT count(*)::int AS forgotten FROM forgotten`;

const openRunOf = (scheduleId: string): string =>
  `FROM vacancies.collection_runs
   WHERE requester_kind = 'schedule' AND status <> 'finished' AND requester_id = ${scheduleId}::text`;

/** What can change, in the order of `valuesOf`; the name first. */
const COLUMNS = [
  ...['name', 'description', 'source', 'query', 'mode', 'max_requests', 'cron', 'time_zone'],
  ...['jitter_seconds', 'overlap', 'misfire'],
  ...['misfire_tolerance_seconds', 'paused', 'next_fire_at', 'due_at', 'waiting_fire_at', 'revision', 'updated_at'],
];

const valuesOf = (schedule: Schedule): readonly unknown[] => [
  ...[schedule.name, schedule.description, schedule.source, storableJson(schedule.query)],
  ...[schedule.mode, schedule.maxRequests, schedule.cron, schedule.timeZone, schedule.jitterSeconds],
  ...[schedule.overlap, schedule.misfire, schedule.misfireToleranceSeconds],
  ...[schedule.paused, schedule.nextFireAt, schedule.dueAt, schedule.waitingFireAt, schedule.revision],
  schedule.updatedAt,
];
