import type { CancelSignal } from '@job-scope/kernel';
import type { SourceName } from '@job-scope/vacancies-domain';
import type { RequestBudgetLimits } from '@job-scope/vacancies-ports';
import { InMemorySourceBlocks } from './in-memory-source-blocks';
import { InMemorySourceRequestBudget, SharedBuckets, type Bucket } from './in-memory-source-request-budget';
import { describeSourceRequestBudget, sourceRequestBudgetCases } from './source-request-budget.suite';
import { failedCases } from './suite';

const harnessOf = (Budget: typeof InMemorySourceRequestBudget) => async () => {
  const shared = new SharedBuckets();
  return {
    replica: (limits: RequestBudgetLimits) => new Budget(shared, limits),
    blocks: new InMemorySourceBlocks(shared),
    elapse: async (ms: number) => shared.elapse(ms),
  };
};

describeSourceRequestBudget('InMemorySourceRequestBudget', harnessOf(InMemorySourceRequestBudget));

class NotShared extends InMemorySourceRequestBudget {
  constructor(_shared: SharedBuckets, limits: RequestBudgetLimits) {
    super(new SharedBuckets(), limits);
  }
}

class WithoutEnd extends InMemorySourceRequestBudget {
  protected override tryTake(): number {
    return 0;
  }
}

class NeverRefilled extends InMemorySourceRequestBudget {
  protected override tryTake(bucket: Bucket): number {
    return super.tryTake(Object.assign(bucket, { filledAt: this.shared.now() }));
  }
}

class BottomlessBucket extends InMemorySourceRequestBudget {
  constructor(shared: SharedBuckets, limits: RequestBudgetLimits) {
    super(shared, { ...limits, burst: Number.MAX_SAFE_INTEGER });
  }
  override take(source: SourceName, signal: CancelSignal) {
    const bucket = this.shared.of(source, this.limits);
    bucket.tokens = Math.min(bucket.tokens, 3);
    return super.take(source, signal);
  }
}

class LastBlockCounts extends InMemorySourceRequestBudget {
  override async block(source: SourceName, until: Date, reason: string): Promise<void> {
    Object.assign(this.shared.of(source, this.limits), { blockedUntil: until.getTime(), reason });
  }
}

class BlockNeverEnds extends InMemorySourceRequestBudget {
  override block(source: SourceName, _until: Date, reason: string): Promise<void> {
    return super.block(source, new Date(8.64e15), reason);
  }
}

class DeafWhileWaiting extends InMemorySourceRequestBudget {
  override take(source: SourceName) {
    return super.take(source, new AbortController().signal);
  }
}

describe('the suite of SourceRequestBudget refuses', () => {
  it.each([
    [NotShared, 'lets a full bucket out and no more, over all replicas together'],
    [WithoutEnd, 'lets a full bucket out and no more, over all replicas together'],
    [NeverRefilled, 'lets out again what has flowed in since'],
    [BottomlessBucket, 'holds no more than a full bucket, however long the pause'],
    [LastBlockCounts, 'never shortens a block by a later one'],
    [BlockNeverEnds, 'lets out again when the block has ended'],
    [DeafWhileWaiting, 'stops waiting when told so, and takes nothing'],
  ])('%p', async (Budget, title) => {
    const named = sourceRequestBudgetCases.filter((candidate) => candidate.title === title);
    expect(await failedCases(named, harnessOf(Budget))).toEqual([title]);
  });
});
