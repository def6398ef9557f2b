import type { AccessMark, Session } from '@job-scope/auth-domain';
import type { SessionChange, SessionsEnding, SessionStore } from '@job-scope/auth-ports';
import type { DataSource } from 'typeorm';
import { changeByCompareAndSet } from '../compare-and-set';
import { toSession, type SessionRow } from './session-row';

/** Sessions beside the users in one database: what a user may do needs no telling, the status view joins them. */
export class PostgresSessionStore implements SessionStore {
  constructor(private readonly dataSource: DataSource) {}

  async open(
    { id, userId, generation, issue, client, ...session }: Session,
    { revision }: AccessMark,
  ): Promise<boolean> {
    const opened = await this.dataSource.query<unknown[]>(OPEN, [
      id,
      userId,
      generation,
      issue,
      client.name,
      client.ip,
      client.userAgent,
      session.createdAt,
      session.lastSeenAt,
      session.idleExpiresAt,
      session.absoluteExpiresAt,
      revision,
    ]);
    return opened.length === 1;
  }

  change<T extends SessionChange>(id: string, decide: (session: Session) => T): Promise<T | undefined> {
    const cell = {
      read: async () => {
        const [row] = await this.dataSource.query<SessionRow[]>(READ, [id]);
        return row && { session: toSession(row), version: row.version };
      },
      write: async (next: Session, version: number) => {
        const { generation, issue, used, lastSeenAt, idleExpiresAt, revoked } = next;
        const columns = [used?.issue, used?.at, lastSeenAt, idleExpiresAt, revoked?.at, revoked?.reason];
        const [, written] = await this.dataSource.query(WRITE, [id, version, generation, issue, ...columns]);
        return written === 1;
      },
    };
    return changeByCompareAndSet(cell, decide);
  }

  async listOf(userId: string): Promise<readonly Session[]> {
    return (await this.dataSource.query<SessionRow[]>(LIST, [userId])).map(toSession);
  }

  async endAllOf(userId: string, { reason, at, openedUntil, except }: SessionsEnding): Promise<number> {
    const [, ended] = await this.dataSource.query(END_ALL, [userId, openedUntil, except ?? null, at, reason]);
    return ended;
  }

  /** Nothing to do: the commit that takes access takes it here too. */
  async deny(): Promise<void> {}

  /** Nothing to do: it is in force with the commit that changes the user. */
  async setAccess(): Promise<void> {}
}

/** A login clears away what has expired of the same user, so that the table does not grow for ever. */
const OPEN = `
  WITH expired AS (DELETE FROM auth.sessions WHERE user_id = $2 AND idle_expires_at < now())
  INSERT INTO auth.sessions
    (id, user_id, generation, issue, device_name, ip, user_agent, created_at, last_seen_at, idle_expires_at,
     absolute_expires_at)
  SELECT $1, id, $3, $4, $5, $6, $7, $8, $9, $10, $11 FROM auth.users WHERE id = $2 AND revision <= $12
  RETURNING id`;

const READ = 'SELECT * FROM auth.sessions WHERE id = $1';

const WRITE = `
  UPDATE auth.sessions
  SET generation = $3, issue = $4, used_issue = $5, used_at = $6, last_seen_at = $7, idle_expires_at = $8,
      revoked_at = $9, revoked_reason = $10, version = version + 1
  WHERE id = $1 AND version = $2`;

const LIST = `
  SELECT * FROM auth.sessions WHERE user_id = $1 AND revoked_at IS NULL AND now() < idle_expires_at
  ORDER BY last_seen_at DESC, id DESC`;

const END_ALL = `
  UPDATE auth.sessions SET revoked_at = $4, revoked_reason = $5, version = version + 1
  WHERE user_id = $1 AND created_at <= $2 AND id IS DISTINCT FROM $3::uuid AND revoked_at IS NULL
    AND now() < idle_expires_at`;
