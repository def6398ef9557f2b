import type { CancelSignal } from '@job-scope/kernel';
import type { Delivery, OutboxBacklog, OutboxFeed, OutboxMessage } from '@job-scope/vacancies-ports';
import { OUTBOX_EVENT_NAMES } from '@job-scope/vacancies-contracts';
import type { DataSource } from 'typeorm';
import type { PostgresListener } from './postgres-listener';
import { TransactionStatements, type Statements } from './statement';
import { storableText } from './storable';
import { fromWire } from './wire-event';

export interface OutboxFeedOptions {
  /** A message that has failed so often is set aside. */
  readonly maxAttempts: number;
  /** The wait after the first failure; it doubles with every other. */
  readonly firstDelayMs: number;
  /** The longest wait, and the wait while a receiver is away. */
  readonly maxDelayMs: number;
}

const DEFAULTS: OutboxFeedOptions = { maxAttempts: 10, firstDelayMs: 1_000, maxDelayMs: 60_000 };

type Deliver = (messages: readonly OutboxMessage[]) => Promise<readonly Delivery[]>;

/**
 * Claims by row locks that live as long as the delivery: when a relay dies, its claims are free at once. A delivery must
 * end before the timeout of idle transactions, or it is given back and repeated.
 */
export class PostgresOutboxFeed implements OutboxFeed {
  private readonly options: OutboxFeedOptions;

  constructor(
    private readonly dataSource: DataSource,
    private readonly listener: PostgresListener,
    options: Partial<OutboxFeedOptions> = {},
  ) {
    this.options = { ...DEFAULTS, ...options };
  }

  async backlog(): Promise<OutboxBacklog> {
    const [row] = await this.dataSource.query<{ pending: number; oldest: Date | null; dead: number }[]>(BACKLOG);
    return { pending: row?.pending ?? 0, oldestAt: row?.oldest ?? null, setAside: row?.dead ?? 0 };
  }

  async consume(limit: number, deliver: Deliver): Promise<number> {
    const runner = this.dataSource.createQueryRunner();
    try {
      return await runner.manager.transaction(async () => {
        const statements = new TransactionStatements(runner);
        const claims = await statements.rows<ClaimedRow>(CLAIM, [limit, OUTBOX_EVENT_NAMES]);
        const { messages, unreadable } = read(claims);
        const deliveries = messages.length > 0 ? await deliver(messages) : [];
        await this.settle(statements, [...deliveries, ...unreadable]);
        return claims.length;
      });
    } finally {
      await runner.release();
    }
  }

  waitForMore(timeoutMs: number, signal: CancelSignal): Promise<void> {
    return this.listener.wait(timeoutMs, signal);
  }

  private async settle(statements: Statements, deliveries: readonly Delivery[]): Promise<void> {
    const failed = deliveries.filter(({ failure }) => failure !== undefined);
    const done = deliveries.filter(({ failure }) => failure === undefined);
    if (done.length > 0) {
      const ids = done.map(({ messageId }) => messageId);
      await statements.rows('DELETE FROM vacancies.outbox WHERE id = ANY($1::bigint[])', [ids]);
    }
    if (failed.length > 0) {
      await statements.rows(FAIL, [
        failed.map(({ messageId }) => messageId),
        failed.map(({ failure }) => storableText(failure)),
        failed.map(({ outage }) => outage ?? false),
        ...[this.options.maxAttempts, this.options.firstDelayMs, this.options.maxDelayMs],
      ]);
    }
  }
}

interface ClaimedRow {
  readonly id: string;
  readonly event_name: string;
  readonly payload: unknown;
  readonly traceparent: string | null;
}

const read = (claims: readonly ClaimedRow[]) => {
  const messages: OutboxMessage[] = [];
  const unreadable: Delivery[] = [];
  for (const { id, event_name: name, payload, traceparent } of claims) {
    const event = fromWire(name, payload);
    if (event) messages.push({ id, event, traceparent });
    else unreadable.push({ messageId: id, failure: `its payload is not one of ${name}` });
  }
  return { messages, unreadable };
};

/**
 * Only the first pending message of an aggregate may be claimed; while another relay holds it, it is still there, and so
 * none of its aggregate can be. The comparison with a subquery, in place of NOT EXISTS, keeps the plan a walk along the
 * primary key that stops at the limit, whatever the statistics say. Unknown names are left to a newer relay.
 */
const CLAIM = `
  SELECT id, event_name, payload, traceparent
  FROM vacancies.outbox message
  WHERE dead_at IS NULL AND available_at <= statement_timestamp() AND event_name = ANY($2)
    AND id = (
      SELECT min(earlier.id) FROM vacancies.outbox earlier
      WHERE earlier.aggregate_id = message.aggregate_id AND earlier.dead_at IS NULL
    )
  ORDER BY id LIMIT $1
  FOR UPDATE OF message SKIP LOCKED`;

/** The exponent is bounded because 2^attempts soon exceeds every number. */
const FAIL = `
  UPDATE vacancies.outbox message
  SET attempts = attempts + CASE WHEN outage THEN 0 ELSE 1 END,
      last_error = reason,
      available_at = clock_timestamp() + interval '1 millisecond'
        * CASE WHEN outage THEN $6::float8 ELSE least($6::float8, $5::float8 * 2 ^ least(attempts, 30)) END,
      dead_at = CASE WHEN NOT outage AND attempts + 1 >= $4 THEN clock_timestamp() END
  FROM unnest($1::bigint[], $2::text[], $3::boolean[]) AS failed (id, reason, outage)
  WHERE message.id = failed.id`;

const BACKLOG = `
  SELECT
    (SELECT count(*)::int FROM vacancies.outbox WHERE dead_at IS NULL) AS pending,
    (SELECT created_at FROM vacancies.outbox WHERE dead_at IS NULL ORDER BY id LIMIT 1) AS oldest,
    (SELECT count(*)::int FROM vacancies.outbox WHERE dead_at IS NOT NULL) AS dead`;
