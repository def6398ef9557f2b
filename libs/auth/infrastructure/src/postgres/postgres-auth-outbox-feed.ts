import type {
  AuthOutboxBacklog,
  AuthOutboxFeed,
  AuthOutboxMessage,
  Deliver,
  DeliveryReport,
  OutboxLane,
} from '@job-scope/auth-ports';
import { runWithTraceparent } from '@job-scope/platform-nest';
import type { DataSource, EntityManager } from 'typeorm';
import { BACKLOG, claimSql, DELETE, FAIL, PREPARE_CLAIM, SET_ASIDE } from './outbox-sql';
import { readEvent } from './read-event';

const MAX_MAIL_ATTEMPTS = 10;
const MAX_DELAY_SECONDS = 600;
const MAX_REASON_LENGTH = 500;

/**
 * Claims by a row lock that lives as long as the delivery: when a relay dies, its claim is free at once. A delivery that
 * takes minutes is given back and repeated.
 */
export class PostgresAuthOutboxFeed implements AuthOutboxFeed {
  constructor(private readonly dataSource: DataSource) {}

  async consume(lane: OutboxLane, deliver: Deliver): Promise<DeliveryReport> {
    for (;;) {
      const report = await this.dataSource.transaction((manager) => consumeOne(manager, lane, deliver));
      if (report !== 'unreadable') return report;
    }
  }

  async backlog(): Promise<AuthOutboxBacklog> {
    const [row] = await this.dataSource.query<{ pending: number; oldest: Date | null; dead: number }[]>(BACKLOG);
    return { pending: row?.pending ?? 0, oldestAt: row?.oldest ?? null, setAside: row?.dead ?? 0 };
  }
}

interface ClaimedRow {
  readonly id: string;
  readonly event_name: string;
  readonly payload: unknown;
  readonly traceparent: string | null;
}

const consumeOne = async (
  manager: EntityManager,
  lane: OutboxLane,
  deliver: Deliver,
): Promise<DeliveryReport | 'unreadable'> => {
  await manager.query(PREPARE_CLAIM);
  const [row] = await manager.query<ClaimedRow[]>(claimSql(lane));
  if (!row) return { outcome: 'nothing' };
  const event = readEvent(row.event_name, row.payload);
  if (!event) {
    await manager.query(SET_ASIDE, [row.id, `its payload is not one of ${row.event_name}`]);
    return 'unreadable';
  }
  return settle(manager, lane, { id: row.id, event, traceparent: row.traceparent }, deliver);
};

const settle = async (
  manager: EntityManager,
  lane: OutboxLane,
  message: AuthOutboxMessage,
  deliver: Deliver,
): Promise<DeliveryReport> => {
  try {
    await runWithTraceparent(message.traceparent, () => deliver(message));
  } catch (error) {
    const attempts = lane === 'mail' ? MAX_MAIL_ATTEMPTS : null;
    await manager.query(FAIL, [message.id, reasonOf(error), attempts, MAX_DELAY_SECONDS]);
    return { outcome: 'failed', message, error };
  }
  await manager.query(DELETE, [message.id]);
  return { outcome: 'delivered', message };
};

/** In characters that PostgreSQL stores. */
const reasonOf = (error: unknown): string => {
  const text = error instanceof Error ? error.message : String(error);
  return text.replaceAll('\0', '').slice(0, MAX_REASON_LENGTH);
};
