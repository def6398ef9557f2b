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
import { fromStored, LANE_EVENTS } from './outbox';

const MAX_MAIL_ATTEMPTS = 10;
const MAX_DELAY_SECONDS = 600;

/**
 * Claims by a row lock that lives as long as the delivery: when a relay dies, its claim is free at once. A delivery must
 * end before the timeout of idle transactions, or it is given back and repeated.
 */
export class PostgresAuthOutboxFeed implements AuthOutboxFeed {
  constructor(private readonly dataSource: DataSource) {}

  consume(lane: OutboxLane, deliver: Deliver): Promise<DeliveryReport> {
    return this.dataSource.transaction(async (manager) => {
      const [row] = await manager.query<ClaimedRow[]>(CLAIM, [LANE_EVENTS[lane]]);
      if (!row) return { outcome: 'nothing' };
      const event = fromStored(row.event_name, row.event_version, row.payload);
      if (!event) {
        await manager.query(SET_ASIDE, [row.id, `its payload is not one of ${row.event_name} v${row.event_version}`]);
        return this.consume(lane, deliver);
      }
      const message = { id: row.id, event, traceparent: row.traceparent };
      return settle(manager, lane, message, deliver);
    });
  }

  async backlog(): Promise<AuthOutboxBacklog> {
    const [row] = await this.dataSource.query<{ pending: number; oldest: Date | null; dead: number }[]>(BACKLOG);
    return { pending: row?.pending ?? 0, oldestAt: row?.oldest ?? null, setAside: row?.dead ?? 0 };
  }
}

const settle = async (
  manager: EntityManager,
  lane: OutboxLane,
  message: AuthOutboxMessage,
  deliver: Deliver,
): Promise<DeliveryReport> => {
  try {
    await runWithTraceparent(message.traceparent, () => deliver(message));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    await manager.query(FAIL, [message.id, reason, lane === 'mail' ? MAX_MAIL_ATTEMPTS : null, MAX_DELAY_SECONDS]);
    return { outcome: 'failed', message, error };
  }
  await manager.query('DELETE FROM auth.outbox WHERE id = $1', [message.id]);
  return { outcome: 'delivered', message };
};

interface ClaimedRow {
  readonly id: string;
  readonly event_name: string;
  readonly event_version: number;
  readonly payload: unknown;
  readonly traceparent: string | null;
}

const CLAIM = `
  SELECT id, event_name, event_version, payload, traceparent
  FROM auth.outbox
  WHERE dead_at IS NULL AND event_name = ANY($1) AND available_at <= clock_timestamp()
  ORDER BY available_at, id LIMIT 1
  FOR UPDATE SKIP LOCKED`;

const SET_ASIDE = 'UPDATE auth.outbox SET dead_at = clock_timestamp(), last_error = $2 WHERE id = $1';

/** The exponent is bounded because 2^attempts soon exceeds every number. */
const FAIL = `
  UPDATE auth.outbox
  SET attempts = attempts + 1, last_error = $2,
      available_at = clock_timestamp() + interval '1 second' * least($4::float8, 2 ^ least(attempts, 20)),
      dead_at = CASE WHEN attempts + 1 >= $3 THEN clock_timestamp() END
  WHERE id = $1`;

const BACKLOG = `
  SELECT
    (SELECT count(*)::int FROM auth.outbox WHERE dead_at IS NULL) AS pending,
    (SELECT min(created_at) FROM auth.outbox WHERE dead_at IS NULL AND available_at <= now()) AS oldest,
    (SELECT count(*)::int FROM auth.outbox WHERE dead_at IS NOT NULL) AS dead`;
