import { USERS_CHANGED, USERS_DELETED, type UsersChangedV1, type UsersDeletedV1 } from '@job-scope/auth-contracts';
import type { AuthContextEvent } from '@job-scope/auth-domain';
import { DOUBT_MS } from '@job-scope/auth-ports';
import { unreachable } from '@job-scope/kernel';
import { currentTraceparent } from '@job-scope/platform-nest';
import type { EntityManager } from 'typeorm';

type Kind = AuthContextEvent['kind'];

/** An event as it is stored. The names and versions stay as they are: rows outlive the program that wrote them. */
interface StoredEvent {
  readonly name: string;
  readonly version: number;
  readonly revision: number;
  readonly payload: object;
}

export const EVENT_NAMES = {
  'user-changed': USERS_CHANGED.name,
  'user-deleted': USERS_DELETED.name,
  'access-in-doubt': 'auth.access-in-doubt',
  'sessions-to-end': 'auth.sessions-to-end',
  'mail-wanted': 'auth.mail-wanted',
} as const satisfies Readonly<Record<Kind, string>>;

/** What is told to others is told in the words of the contract; the rest is for our own relay. */
export const toStored = (event: AuthContextEvent): StoredEvent => {
  switch (event.kind) {
    case 'user-changed': {
      const { kind: _, ...payload } = event;
      return { ...USERS_CHANGED, revision: event.revision, payload: payload satisfies UsersChangedV1 };
    }
    case 'user-deleted': {
      const { kind: _, ...payload } = event;
      return { ...USERS_DELETED, revision: event.revision, payload: payload satisfies UsersDeletedV1 };
    }
    case 'access-in-doubt':
    case 'sessions-to-end':
    case 'mail-wanted': {
      const { kind, ...payload } = event;
      return { name: EVENT_NAMES[kind], version: 1, revision: 0, payload };
    }
    default:
      return unreachable(event);
  }
};

const INSERT = `
  INSERT INTO auth.outbox (event_name, event_version, aggregate_id, revision, traceparent, payload, available_at)
  VALUES ($1, $2, $3, $4, $5, $6, now() + interval '1 millisecond' * $7)`;

export const appendToOutbox = async (manager: EntityManager, events: readonly AuthContextEvent[]): Promise<void> => {
  for (const event of events) {
    const { name, version, revision, payload } = toStored(event);
    const delayMs = event.kind === 'access-in-doubt' ? DOUBT_MS : 0;
    const traceparent = currentTraceparent();
    await manager.query(INSERT, [name, version, event.userId, revision, traceparent, JSON.stringify(payload), delayMs]);
  }
};
