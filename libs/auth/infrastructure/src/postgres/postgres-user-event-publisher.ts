import type { UserChanged, UserDeleted } from '@job-scope/auth-domain';
import type { UserEventPublisher } from '@job-scope/auth-ports';
import type { DataSource } from 'typeorm';
import { toStored } from './outbox';

/** Any number will do that nobody else takes in this database. */
const PUBLISHERS_LOCK = 5_620_728;

/**
 * The feed of user events: one row a user, which moves to the end with each newer event. Publishers take turns, so that
 * positions become visible in their order and no reader passes over one that is still to be committed.
 */
export class PostgresUserEventPublisher implements UserEventPublisher {
  constructor(private readonly dataSource: DataSource) {}

  async publish(event: UserChanged | UserDeleted): Promise<void> {
    const { name, version, revision, payload } = toStored(event);
    await this.dataSource.transaction(async (manager) => {
      await manager.query('SELECT pg_advisory_xact_lock($1)', [PUBLISHERS_LOCK]);
      await manager.query(PUBLISH, [event.userId, name, version, revision, JSON.stringify(payload)]);
    });
  }
}

const PUBLISH = `
  INSERT INTO auth.user_events AS known
    (user_id, position, event_name, event_version, revision, payload, published_at)
  VALUES ($1, nextval('auth.user_events_position'), $2, $3, $4, $5, now())
  ON CONFLICT (user_id) DO UPDATE
  SET position = excluded.position, event_name = excluded.event_name, event_version = excluded.event_version,
      revision = excluded.revision, payload = excluded.payload, published_at = excluded.published_at
  WHERE known.revision < excluded.revision`;
