import { err, ok, type CancelSignal, type Result } from '@job-scope/kernel';
import type { SourceName } from '@job-scope/vacancies-domain';
import type { BudgetBlocked, SourceRequestBudget } from '@job-scope/vacancies-ports';

/** Lets every request out at once, or none before `closedUntil`, and remembers what was asked of it. */
export class OpenBudget implements SourceRequestBudget {
  taken = 0;
  readonly blocks: { readonly source: SourceName; readonly until: Date }[] = [];

  constructor(private readonly closedUntil?: Date) {}

  async take(_source: SourceName, signal: CancelSignal): Promise<Result<void, BudgetBlocked>> {
    if (signal.aborted) throw new DOMException('The wait was cancelled', 'AbortError');
    if (this.closedUntil) return err({ code: 'budget.blocked', until: this.closedUntil, reason: 'closed by the test' });
    this.taken += 1;
    return ok(undefined);
  }

  async block(source: SourceName, until: Date): Promise<void> {
    this.blocks.push({ source, until });
  }
}
