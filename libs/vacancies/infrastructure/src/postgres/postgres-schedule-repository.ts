import type { CollectionQuery, Schedule, SourceName } from '@job-scope/vacancies-domain';
import type { ScheduleRepository } from '@job-scope/vacancies-ports';
import { theRow, type Statements } from './statement';
import { storableJson } from './storable';

export class PostgresScheduleRepository implements ScheduleRepository {
  constructor(private readonly statements: Statements) {}

  async addIfAbsent(schedule: Schedule): Promise<void> {
    const { id, name, source, query, cron, timeZone, enabled, nextFireAt } = schedule;
    await this.statements.rows(
      `INSERT INTO vacancies.schedules (id, name, source, query, cron, time_zone, enabled, next_fire_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (name) DO NOTHING`,
      [id, name, source, storableJson(query), cron, timeZone, enabled, nextFireAt],
    );
  }

  async lockDue(now: Date, limit: number): Promise<readonly Schedule[]> {
    const rows = await this.statements.rows<ScheduleRow>(
      `SELECT * FROM vacancies.schedules WHERE enabled AND next_fire_at <= $1
       ORDER BY next_fire_at LIMIT $2 FOR NO KEY UPDATE SKIP LOCKED`,
      [now, limit],
    );
    return rows.map(toSchedule);
  }

  async recordFire(scheduleId: string, fireAt: Date, runId: string): Promise<boolean> {
    const rows = await this.statements.rows(
      `INSERT INTO vacancies.schedule_fires (schedule_id, fire_at, run_id) VALUES ($1, $2, $3)
       ON CONFLICT (schedule_id, fire_at) DO NOTHING RETURNING run_id`,
      [scheduleId, fireAt, runId],
    );
    return rows.length > 0;
  }

  async setNextFire(scheduleId: string, at: Date): Promise<void> {
    const sql = 'UPDATE vacancies.schedules SET next_fire_at = $2 WHERE id = $1 RETURNING id';
    theRow(await this.statements.rows(sql, [scheduleId, at]), `schedule ${scheduleId}`);
  }
}

interface ScheduleRow {
  readonly id: string;
  readonly name: string;
  readonly source: SourceName;
  readonly query: CollectionQuery;
  readonly cron: string;
  readonly time_zone: string;
  readonly enabled: boolean;
  readonly next_fire_at: Date;
}

const toSchedule = ({ time_zone: timeZone, next_fire_at: nextFireAt, ...row }: ScheduleRow): Schedule => ({
  ...row,
  timeZone,
  nextFireAt,
});
