import type { SourceName } from '@job-scope/vacancies-domain';
import type { SourceBlock, SourceBlocks } from '@job-scope/vacancies-ports';
import type { SharedBuckets } from './in-memory-source-request-budget';

const ANY_LIMITS = { requestsPerSecond: 1, burst: 1, maxBlockWaitMs: 0 };

/** The blocks of the buckets that replicas share. */
export class InMemorySourceBlocks implements SourceBlocks {
  constructor(private readonly shared: SharedBuckets) {}

  async of(source: SourceName): Promise<SourceBlock | null> {
    const { blockedUntil, reason } = this.shared.of(source, ANY_LIMITS);
    return blockedUntil > this.shared.now() ? { until: new Date(blockedUntil), reason } : null;
  }

  async lift(source: SourceName): Promise<void> {
    Object.assign(this.shared.of(source, ANY_LIMITS), { blockedUntil: 0, reason: '' });
  }
}
