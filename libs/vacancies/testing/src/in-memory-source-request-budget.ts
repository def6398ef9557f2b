import { err, ok, type CancelSignal, type Result } from '@job-scope/kernel';
import type { SourceName } from '@job-scope/vacancies-domain';
import type { BudgetBlocked, RequestBudgetLimits, SourceRequestBudget } from '@job-scope/vacancies-ports';
import { cancellableDelay, cancelled } from './cancellable-delay';

/** What all replicas share: the bucket of each source, and a clock that can be moved forward. */
export class SharedBuckets {
  private readonly buckets = new Map<SourceName, Bucket>();
  private ahead = 0;

  now(): number {
    return Date.now() + this.ahead;
  }

  elapse(ms: number): void {
    this.ahead += ms;
  }

  of(source: SourceName, { burst }: RequestBudgetLimits): Bucket {
    const bucket = this.buckets.get(source) ?? { tokens: burst, filledAt: this.now(), blockedUntil: 0, reason: '' };
    this.buckets.set(source, bucket);
    return bucket;
  }
}

export interface Bucket {
  tokens: number;
  filledAt: number;
  blockedUntil: number;
  reason: string;
}

/** One replica on the shared buckets. */
export class InMemorySourceRequestBudget implements SourceRequestBudget {
  constructor(
    protected readonly shared: SharedBuckets,
    protected readonly limits: RequestBudgetLimits,
  ) {}

  async take(source: SourceName, signal: CancelSignal): Promise<Result<void, BudgetBlocked>> {
    for (;;) {
      if (signal.aborted) throw cancelled();
      const bucket = this.shared.of(source, this.limits);
      const blockedMs = bucket.blockedUntil - this.shared.now();
      if (blockedMs > this.limits.maxBlockWaitMs) {
        return err({ code: 'budget.blocked', until: new Date(bucket.blockedUntil), reason: bucket.reason });
      }
      const waitMs = blockedMs > 0 ? blockedMs : this.tryTake(bucket);
      if (waitMs === 0) return ok(undefined);
      await cancellableDelay(waitMs, signal);
    }
  }

  async block(source: SourceName, until: Date, reason: string): Promise<void> {
    const bucket = this.shared.of(source, this.limits);
    if (until.getTime() > bucket.blockedUntil) Object.assign(bucket, { blockedUntil: until.getTime(), reason });
  }

  /** Takes a token, or says in how many milliseconds there will be one. */
  protected tryTake(bucket: Bucket): number {
    const { requestsPerSecond, burst } = this.limits;
    const now = this.shared.now();
    const tokens = Math.min(burst, bucket.tokens + ((now - bucket.filledAt) / 1000) * requestsPerSecond);
    if (tokens < 1) return Math.ceil(((1 - tokens) / requestsPerSecond) * 1000);
    Object.assign(bucket, { tokens: tokens - 1, filledAt: now });
    return 0;
  }
}
