import { portToken, type CancelSignal, type Result } from '@job-scope/kernel';
import type { SourceName } from '@job-scope/vacancies-domain';

export interface BudgetBlocked {
  readonly code: 'budget.blocked';
  readonly until: Date;
  readonly reason: string;
}

/** How many requests may go to a source: one token bucket per source, shared by all replicas. */
export interface SourceRequestBudget {
  /**
   * Waits until one request may go out. Fails at once while the source is blocked for longer than a request may wait.
   * Rejects with an `AbortError` when `signal` aborts.
   */
  take(source: SourceName, signal: CancelSignal): Promise<Result<void, BudgetBlocked>>;
  /** Lets nothing out before `until`, in any replica. A later block never shortens an earlier one. */
  block(source: SourceName, until: Date, reason: string): Promise<void>;
}

export const SOURCE_REQUEST_BUDGET = portToken<SourceRequestBudget>('vacancies/SourceRequestBudget');
