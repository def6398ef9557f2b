import { portToken } from '@job-scope/kernel';
import type { AuthContextEvent } from '@job-scope/auth-domain';

export interface AuthOutboxMessage {
  readonly id: string;
  readonly event: AuthContextEvent;
  /** Of the request that brought it about (W3C Trace Context). */
  readonly traceparent: string | null;
}

export type Deliver = (message: AuthOutboxMessage) => Promise<void>;

/** What became of one turn. */
export type DeliveryReport =
  | { readonly outcome: 'nothing' }
  | { readonly outcome: 'delivered'; readonly message: AuthOutboxMessage }
  | { readonly outcome: 'failed'; readonly message: AuthOutboxMessage; readonly error: unknown };

/** Mail can be slow, and nothing else may wait for it. */
export type OutboxLane = 'access' | 'mail';

export interface AuthOutboxFeed {
  /**
   * Claims the oldest message of the lane that is due and that nobody else holds, and removes it once `deliver` is
   * through with it. If that throws, it is due again later, the longer the more often it has failed; mail that failed
   * too often is set aside, everything else is tried until it is done.
   */
  consume(lane: OutboxLane, deliver: Deliver): Promise<DeliveryReport>;
  backlog(): Promise<AuthOutboxBacklog>;
}

export interface AuthOutboxBacklog {
  /** Waiting for their time or their turn. */
  readonly pending: number;
  readonly oldestAt: Date | null;
  /** Failed too often: a person must decide. */
  readonly setAside: number;
}

export const AUTH_OUTBOX_FEED = portToken<AuthOutboxFeed>('auth/AuthOutboxFeed');
