import type { SessionStatus, SessionStatusReader } from '@job-scope/auth-ports';
import type { DataSource } from 'typeorm';

/** Reads the one view of the auth schema that the gateway may see. */
export class PostgresSessionStatusReader implements SessionStatusReader {
  constructor(private readonly dataSource: DataSource) {}

  async read(ids: readonly string[]): Promise<ReadonlyMap<string, SessionStatus>> {
    const rows = await this.dataSource.query<(SessionStatus & { sid: string })[]>(SELECT, [ids]);
    return new Map(rows.map(({ sid, ...status }) => [sid, status]));
  }
}

const SELECT = `
  SELECT sid, user_id AS "userId", active, superuser, generation
  FROM auth.session_status WHERE sid = ANY($1::uuid[])`;
