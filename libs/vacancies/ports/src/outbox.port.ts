import { portToken, type CancelSignal } from '@job-scope/kernel';
import type { VacancyContextEvent } from '@job-scope/vacancies-domain';

/** Takes events in the transaction that made them true. Reached only through `VacancyUnitOfWork`. */
export interface Outbox {
  append(events: readonly VacancyContextEvent[]): Promise<void>;
}

export interface OutboxMessage {
  readonly id: string;
  readonly event: VacancyContextEvent;
  /** W3C trace context of the request that caused it; null if none did. */
  readonly traceparent: string | null;
}

export interface Delivery {
  readonly messageId: string;
  /** Why it failed; undefined when it was delivered. */
  readonly failure?: string;
  /** The receiver was away, which is no fault of the message: it comes again later, however often that has to be. */
  readonly outage?: boolean;
}

export interface OutboxBacklog {
  /** Messages not delivered yet, those being delivered included. */
  readonly pending: number;
  /** When the oldest of them was appended; null when nothing waits. */
  readonly oldestAt: Date | null;
  /** Messages that failed too often and wait for a person. */
  readonly setAside: number;
}

/** The relay's end of the outbox. Any number of relays may consume at once. */
export interface OutboxFeed {
  /** How much waits, for metrics. */
  backlog(): Promise<OutboxBacklog>;
  /**
   * Claims up to `limit` messages, in order per aggregate and each by one relay only, and settles what `deliver`
   * reports: delivered ones leave, failed ones come again later, a throw gives all back at once. A message that failed
   * too often is set aside with its reason and no longer holds up its aggregate. Returns the number claimed.
   */
  consume(
    limit: number,
    deliver: (messages: readonly OutboxMessage[]) => Promise<readonly Delivery[]>,
  ): Promise<number>;
  /**
   * Resolves when new messages may be there since the last wait, after `timeoutMs`, or on abort; never rejects. The first
   * wait ends by itself.
   */
  waitForMore(timeoutMs: number, signal: CancelSignal): Promise<void>;
}

export const OUTBOX_FEED = portToken<OutboxFeed>('vacancies/OutboxFeed');
