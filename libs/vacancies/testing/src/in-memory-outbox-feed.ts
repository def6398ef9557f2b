import type { CancelSignal } from '@job-scope/kernel';
import type { VacancyContextEvent } from '@job-scope/vacancies-domain';
import type { Delivery, OutboxBacklog, OutboxFeed, OutboxMessage } from '@job-scope/vacancies-ports';
import { cancellableDelay } from './cancellable-delay';
import type { InMemoryVacancyDatabase } from './in-memory-vacancy-database';
import type { OutboxRow } from './stored-state';

export interface InMemoryOutboxOptions {
  readonly maxAttempts: number;
  readonly retryAfterMs: number;
  readonly now: () => number;
}

const DEFAULTS: InMemoryOutboxOptions = { maxAttempts: 5, retryAfterMs: 60_000, now: Date.now };

export class InMemoryOutboxFeed implements OutboxFeed {
  protected readonly options: InMemoryOutboxOptions;
  protected readonly claimed = new Set<number>();
  private readonly waiting = new Set<() => void>();
  protected news = true;

  constructor(
    protected readonly database: InMemoryVacancyDatabase,
    options: Partial<InMemoryOutboxOptions>,
  ) {
    this.options = { ...DEFAULTS, ...options };
    database.onAppend(() => {
      this.news = true;
      for (const wake of this.waiting) wake();
    });
  }

  async backlog(): Promise<OutboxBacklog> {
    const rows = [...this.database.read().outbox.values()];
    const pending = rows.filter((row) => row.deadBecause === undefined);
    const oldest = Math.min(...pending.map((row) => row.appendedAt));
    return {
      pending: pending.length,
      oldestAt: pending.length > 0 ? new Date(oldest) : null,
      setAside: rows.length - pending.length,
    };
  }

  async consume(
    limit: number,
    deliver: (messages: readonly OutboxMessage[]) => Promise<readonly Delivery[]>,
  ): Promise<number> {
    const claims = this.claimable().slice(0, limit);
    for (const [id] of claims) this.claimed.add(id);
    try {
      const deliveries = claims.length > 0 ? await deliver(claims.map(toMessage)) : [];
      await this.database.change(({ outbox }) => {
        for (const delivery of deliveries) this.settle(outbox, delivery);
      });
    } finally {
      for (const [id] of claims) this.claimed.delete(id);
    }
    return claims.length;
  }

  async waitForMore(timeoutMs: number, signal: CancelSignal): Promise<void> {
    if (!this.news) {
      let wake = () => {};
      const woken = new Promise<void>((resolve) => (wake = resolve));
      this.waiting.add(wake);
      await Promise.race([woken, cancellableDelay(timeoutMs, signal).catch(() => undefined)]);
      this.waiting.delete(wake);
    }
    this.news = false;
  }

  /** The first pending message of every aggregate, unless it is taken or must wait. */
  protected claimable(): [number, OutboxRow][] {
    const heads = new Map<string, [number, OutboxRow]>();
    for (const [id, row] of this.database.read().outbox) {
      const aggregate = aggregateOf(row.event);
      if (row.deadBecause === undefined && !heads.has(aggregate)) heads.set(aggregate, [id, row]);
    }
    return [...heads.values()].filter(([id, row]) => !this.claimed.has(id) && row.availableAt <= this.options.now());
  }

  protected settle(outbox: Map<number, OutboxRow>, { messageId, failure, outage = false }: Delivery): void {
    const id = Number(messageId);
    const row = outbox.get(id);
    if (!row || failure === undefined) {
      outbox.delete(id);
      return;
    }
    const attempts = row.attempts + (outage ? 0 : 1);
    const deadBecause = attempts >= this.options.maxAttempts ? failure : undefined;
    outbox.set(id, { ...row, attempts, deadBecause, availableAt: this.options.now() + this.options.retryAfterMs });
  }
}

const toMessage = ([id, { event }]: [number, OutboxRow]): OutboxMessage => ({
  id: String(id),
  event,
  traceparent: null,
});

const aggregateOf = (event: VacancyContextEvent): string => {
  switch (event.kind) {
    case 'collection-requested':
      return event.runId;
    case 'work-replayed':
      return event.deadLetterId;
    case 'window-planned':
      return event.windowId;
    case 'vacancy-changed':
      return event.vacancyId;
  }
};
