import type { CancelSignal } from '@job-scope/kernel';
import type { Delivery, OutboxBacklog, OutboxFeed, OutboxMessage } from '@job-scope/vacancies-ports';
import { OUTBOX_EVENT_NAMES } from '@job-scope/vacancies-contracts';
import type { DataSource } from 'typeorm';
import { BACKLOG, CLAIM, FAIL, FOLLOW_INDEX } from './outbox-sql';
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
        await statements.rows(FOLLOW_INDEX, []);
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
