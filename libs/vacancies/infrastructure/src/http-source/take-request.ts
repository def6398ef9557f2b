import { err, type Clock, type Result } from '@job-scope/kernel';
import type { SourceName } from '@job-scope/vacancies-domain';
import type { BudgetBlocked, RequestQuota, SourceFailure, SourceRequestBudget } from '@job-scope/vacancies-ports';

/**
 * What a request is taken from before it is sent: the budget of the source, and the quota of the caller if it has one.
 * Waits and rejects as the budget does.
 */
export const takeRequest = async (
  source: SourceName,
  { budget, clock }: { readonly budget: SourceRequestBudget; readonly clock: Clock },
  quota: RequestQuota | undefined,
  signal: AbortSignal,
): Promise<Result<void, SourceFailure>> => {
  if (quota && !(await quota.take())) return err(USED_UP);
  let isTaken = false;
  try {
    const allowed = await budget.take(source, signal);
    isTaken = allowed.ok;
    return allowed.ok ? allowed : err(blockedFailure(allowed.error, clock.now()));
  } finally {
    if (!isTaken) quota?.putBack();
  }
};

const USED_UP: SourceFailure = { code: 'quota.used-up', detail: 'no more requests may be sent for this' };

/** The budget lets no request out for longer than anybody waits. */
const blockedFailure = ({ until, reason }: BudgetBlocked, now: Date): SourceFailure => {
  const retryAfterMs = Math.max(0, until.getTime() - now.getTime());
  const detail = `no request before ${until.toISOString()}: ${reason}`;
  return { code: 'source.rate-limited', detail, retryAfterMs, withheld: true };
};
