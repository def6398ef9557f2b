import { err, isUuid, ok, type Page, type PagePosition, type Result } from '@job-scope/kernel';
import type { Schedule, ScheduleFire } from '@job-scope/vacancies-domain';
import type { ScheduleListFailure, ScheduleReader } from '@job-scope/vacancies-ports';
import type { DataSource } from 'typeorm';
import { SELECT_SCHEDULES, toFire, toSchedule, type FireRow, type ScheduleRow } from './schedule-row';

const LIST = 'vacancies/postgres/schedules';

export class PostgresScheduleReader implements ScheduleReader {
  constructor(private readonly dataSource: DataSource) {}

  async byId(id: string): Promise<Schedule | undefined> {
    const [row] = await this.dataSource.query<ScheduleRow[]>(`${SELECT_SCHEDULES} WHERE schedule.id = $1`, [id]);
    return row && toSchedule(row);
  }

  /** Identifiers made later are larger. */
  async list(request: { limit: number; from?: PagePosition }): Promise<Result<Page<Schedule>, ScheduleListFailure>> {
    const { limit, from } = request;
    if (from && !isPosition(from)) return err({ code: 'schedules.cursor-expired' });
    const rows = await this.dataSource.query<ScheduleRow[]>(
      `${SELECT_SCHEDULES} ${from ? 'WHERE schedule.id < $2' : ''} ORDER BY schedule.id DESC LIMIT $1`,
      [limit + 1, ...(from?.after ?? [])],
    );
    const items = rows.slice(0, limit).map(toSchedule);
    const last = items.at(-1);
    return ok(last && rows.length > limit ? { items, next: { list: LIST, after: [last.id] } } : { items });
  }

  async lastFires(id: string, limit: number): Promise<readonly ScheduleFire[]> {
    const sql = 'SELECT * FROM vacancies.schedule_fires WHERE schedule_id = $1 ORDER BY fire_at DESC LIMIT $2';
    return (await this.dataSource.query<FireRow[]>(sql, [id, limit])).map(toFire);
  }
}

/** What comes back from outside may have been altered on its way. */
const isPosition = ({ list, after }: PagePosition): boolean => {
  const [id, ...others] = after;
  return list === LIST && isUuid(id) && others.length === 0;
};
