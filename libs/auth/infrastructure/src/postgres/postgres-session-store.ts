import type { Session } from '@job-scope/auth-domain';
import type { SessionChange, SessionStore } from '@job-scope/auth-ports';
import type { DataSource } from 'typeorm';
import { changeByCompareAndSet } from '../compare-and-set';
import { toSession, type SessionRow } from './session-row';

/** Sessions beside the users in one database: what a user may do needs no telling, the status view joins them. */
export class PostgresSessionStore implements SessionStore {
  constructor(private readonly dataSource: DataSource) {}

  async open({ id, userId, generation, issue, client, ...session }: Session): Promise<void> {
    await this.dataSource.query(OPEN, [
      id,
      userId,
      generation,
      issue,
      client.ip,
      client.userAgent,
      session.createdAt,
      session.lastSeenAt,
      session.idleExpiresAt,
      session.absoluteExpiresAt,
    ]);
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

  /** Nothing to do: it is in force with the commit that changes the user. */
  async setAccess(): Promise<void> {}
}

/** A login clears away what has expired of the same user, so that the table does not grow for ever. */
const OPEN = `
  WITH expired AS (DELETE FROM auth.sessions WHERE user_id = $2 AND idle_expires_at < now())
  INSERT INTO auth.sessions
    (id, user_id, generation, issue, ip, user_agent, created_at, last_seen_at, idle_expires_at, absolute_expires_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;

const READ = 'SELECT * FROM auth.sessions WHERE id = $1';

const WRITE = `
  UPDATE auth.sessions
  SET generation = $3, issue = $4, used_issue = $5, used_at = $6, last_seen_at = $7, idle_expires_at = $8,
      revoked_at = $9, revoked_reason = $10, version = version + 1
  WHERE id = $1 AND version = $2`;
