import { portToken, type CancelSignal, type Result } from '@job-scope/kernel';
import type { SourceName } from '@job-scope/vacancies-domain';

export interface BudgetBlocked {
  readonly code: 'budget.blocked';
  readonly until: Date;
  readonly reason: string;
}

/** Settings of a source's budget; the same in all replicas. */
export interface RequestBudgetLimits {
  /** How fast the bucket fills; may be a fraction. */
  readonly requestsPerSecond: number;
  /** What a full bucket holds: so many requests may go out at once after a pause. At least 1. */
  readonly burst: number;
  /** How long `take` waits for the end of a block before it fails instead. */
  readonly maxBlockWaitMs: number;
}

/** How many requests may go to a source: one token bucket per source, shared by all replicas. */
export interface SourceRequestBudget {
  /**
   * Waits until one request may go out. Fails at once while the source is blocked for longer than `maxBlockWaitMs`.
   * Rejects with an `AbortError` when `signal` aborts.
   */
  take(source: SourceName, signal: CancelSignal): Promise<Result<void, BudgetBlocked>>;
  /** Lets nothing out before `until`, in any replica. A later block never shortens an earlier one. */
  block(source: SourceName, until: Date, reason: string): Promise<void>;
}

/**
 * How many requests a caller may send in all: repetitions, tokens and whatever else its requests take, too. Each is taken
 * before it is sent.
 */
export interface RequestQuota {
  /** Whether one more may be sent. */
  take(): Promise<boolean>;
  /** One that was taken was not sent. */
  putBack(): void;
}

export const SOURCE_REQUEST_BUDGET = portToken<SourceRequestBudget>('vacancies/SourceRequestBudget');
