import type { CollectionJob, JobFate } from '@job-scope/vacancies-ports';
import { collectionJobQueueCases, describeCollectionJobQueue } from './collection-job-queue.suite';
import { InMemoryCollectionJobQueue } from './in-memory-collection-job-queue';
import { failedCases } from './suite';

const harnessOf = (Queue: typeof InMemoryCollectionJobQueue) => async () => {
  const queue = new Queue();
  return {
    queue,
    queued: async () => queue.queued,
    complete: async () => queue.complete(),
    fail: async (detail: string) => queue.fail(detail),
    forget: async () => queue.forget(),
  };
};

describeCollectionJobQueue('InMemoryCollectionJobQueue', harnessOf(InMemoryCollectionJobQueue));

let calls = 0;

class AddsTwice extends InMemoryCollectionJobQueue {
  protected override idOf(job: CollectionJob): string {
    return `${super.idOf(job)} ${++calls}`;
  }
}

class KnowsOnlyRuns extends InMemoryCollectionJobQueue {
  protected override idOf(job: CollectionJob): string {
    return job.runId;
  }
}

class NeverRepeats extends InMemoryCollectionJobQueue {
  protected override idOf(job: CollectionJob): string {
    return super.idOf({ ...job, replayOf: undefined });
  }
}

class DropsTraces extends InMemoryCollectionJobQueue {
  override add(job: CollectionJob): Promise<void> {
    return super.add(job, null);
  }
}

class Forgets extends InMemoryCollectionJobQueue {
  override complete(): void {
    this.jobs.clear();
  }
}

class KnowsNoFailure extends InMemoryCollectionJobQueue {
  override async fateOf(): Promise<JobFate> {
    return { state: 'kept' };
  }
}

class RemovesNothing extends InMemoryCollectionJobQueue {
  override async remove(): Promise<void> {}
}

describe('the suite of CollectionJobQueue refuses', () => {
  it.each([
    [AddsTwice, 'does nothing when a job is there already'],
    [AddsTwice, 'adds a job once, however many add it at the same time'],
    [KnowsOnlyRuns, 'keeps the jobs of different runs and windows apart'],
    [NeverRepeats, 'takes a job again for every dead letter that is replayed, once for each'],
    [DropsTraces, 'keeps a job as it was added, with its trace'],
    [KnowsNoFailure, 'tells of a job that failed for good why it did, and of each replay for itself'],
    [KnowsNoFailure, 'knows nothing of a job that was never added, or is lost, and takes it again'],
    [KnowsNoFailure, 'tells jobs that wait from those that were completed'],
    [RemovesNothing, 'takes a job again that was completed and removed, and no other'],
    [Forgets, 'does nothing when a job is added again that was completed lately'],
  ])('%p', async (Queue, title) => {
    expect(await failedCases(collectionJobQueueCases, harnessOf(Queue))).toContain(title);
  });
});
