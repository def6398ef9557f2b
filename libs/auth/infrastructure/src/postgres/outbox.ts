import { USERS_CHANGED, USERS_DELETED, type UsersChangedV1, type UsersDeletedV1 } from '@job-scope/auth-contracts';
import type { AuthContextEvent } from '@job-scope/auth-domain';
import { DOUBT_MS, type OutboxLane } from '@job-scope/auth-ports';
import { currentTraceparent } from '@job-scope/platform-nest';
import { unreachable } from '@job-scope/kernel';
import type { EntityManager } from 'typeorm';

/** An event as the outbox stores it. The names stay as they are: rows outlive the program that wrote them. */
interface StoredEvent {
  readonly name: string;
  readonly version: number;
  readonly revision: number;
  readonly payload: object;
}

const MAIL = 'auth.mail-wanted';

const INTERNAL = {
  'access-in-doubt': 'auth.access-in-doubt',
  'sessions-to-end': 'auth.sessions-to-end',
  'mail-wanted': MAIL,
} as const;

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
      return { name: INTERNAL[kind], version: 1, revision: 0, payload };
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

export const LANE_EVENTS: Readonly<Record<OutboxLane, readonly string[]>> = {
  access: [USERS_CHANGED.name, USERS_DELETED.name, INTERNAL['access-in-doubt'], INTERNAL['sessions-to-end']],
  mail: [MAIL],
};

/** Undefined if it is of a name or version that we do not know, or not of the form that goes with them. */
export const fromStored = (name: string, version: number, payload: unknown): AuthContextEvent | undefined => {
  const kind = version === 1 ? KINDS.get(name) : undefined;
  if (!kind || typeof payload !== 'object' || payload === null) return undefined;
  const event = { ...payload, kind } as AuthContextEvent;
  if (typeof event.userId !== 'string') return undefined;
  return event.kind === 'sessions-to-end' ? { ...event, openedUntil: new Date(event.openedUntil) } : event;
};

const KINDS: ReadonlyMap<string, AuthContextEvent['kind']> = new Map([
  [USERS_CHANGED.name, 'user-changed'],
  [USERS_DELETED.name, 'user-deleted'],
  [INTERNAL['access-in-doubt'], 'access-in-doubt'],
  [INTERNAL['sessions-to-end'], 'sessions-to-end'],
  [MAIL, 'mail-wanted'],
]);
