import { USERS_CHANGED, type UsersChangedV1 } from '@job-scope/auth-contracts';
import type { AuthContextEvent } from '@job-scope/auth-domain';
import { currentTraceparent } from '@job-scope/platform-nest';
import type { EntityManager } from 'typeorm';

const INSERT = `
  INSERT INTO auth.outbox (event_name, event_version, aggregate_id, revision, traceparent, payload)
  VALUES ($1, $2, $3, $4, $5, $6)`;

export const appendToOutbox = async (manager: EntityManager, events: readonly AuthContextEvent[]): Promise<void> => {
  for (const { userId, active, superuser, revision } of events) {
    const payload: UsersChangedV1 = { userId, active, superuser, revision };
    const { name, version } = USERS_CHANGED;
    await manager.query(INSERT, [name, version, userId, revision, currentTraceparent(), JSON.stringify(payload)]);
  }
};
