import type { CollectionJob, CollectionJobQueue } from '@job-scope/vacancies-ports';
import type { QueuedJob } from './in-memory-collection-job-queue';
import { describeSuite, type OpenHarness, type SuiteCase } from './suite';

/** A queue with nothing in it. */
export interface CollectionJobQueueHarness {
  readonly queue: CollectionJobQueue;
  /** What waits for a worker, in any order. */
  queued(): Promise<readonly QueuedJob[]>;
  /** Takes everything that waits and completes it, as a worker would. */
  complete(): Promise<void>;
  /** Takes everything that waits and fails it for good at its first attempt, as a worker would. */
  fail(detail: string): Promise<void>;
  /** Loses everything, as a server does that is set up anew. */
  forget(): Promise<void>;
}

const RUN = '019b0000-0000-7000-8000-000000000001';
const TRACEPARENT = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
const plan = (runId = RUN): CollectionJob => ({ kind: 'plan', source: 'headhunter', runId });
const window = (windowId: string): CollectionJob => ({ kind: 'window', source: 'headhunter', runId: RUN, windowId });

export const collectionJobQueueCases: readonly SuiteCase<CollectionJobQueueHarness>[] = [
  {
    title: 'keeps a job as it was added, with its trace',
    check: async ({ queue, queued }) => {
      await queue.add(plan(), TRACEPARENT);
      expect(await queued()).toEqual([{ job: plan(), traceparent: TRACEPARENT }]);
    },
  },
  {
    title: 'keeps a job without a trace',
    check: async ({ queue, queued }) => {
      await queue.add(window('w-1'), null);
      expect(await queued()).toEqual([{ job: window('w-1'), traceparent: null }]);
    },
  },
  {
    title: 'does nothing when a job is there already',
    check: async ({ queue, queued }) => {
      await queue.add(plan(), TRACEPARENT);
      await queue.add(plan(), null);
      await queue.add(window('w-1'), TRACEPARENT);
      await queue.add(window('w-1'), TRACEPARENT);
      expect(await queued()).toHaveLength(2);
    },
  },
  {
    title: 'adds a job once, however many add it at the same time',
    check: async ({ queue, queued }) => {
      await Promise.all(Array.from({ length: 10 }, () => queue.add(plan(), null)));
      expect(await queued()).toHaveLength(1);
    },
  },
  {
    title: 'keeps the jobs of different runs and windows apart',
    check: async ({ queue, queued }) => {
      const other = '019b0000-0000-7000-8000-000000000002';
      const jobs = [plan(), plan(other), window('w-1'), window('w-2'), window(RUN)];
      for (const job of jobs) await queue.add(job, null);
      expect((await queued()).map(({ job }) => job)).toEqual(expect.arrayContaining(jobs));
      expect(await queued()).toHaveLength(jobs.length);
    },
  },
  {
    title: 'takes a job again for every dead letter that is replayed, once for each',
    check: async ({ queue, queued, complete }) => {
      for (const job of [plan(), window('w-1')]) {
        await queue.add(job, null);
        await complete();
        for (const replayOf of ['d-1', 'd-1', 'd-2']) await queue.add({ ...job, replayOf }, null);
        expect((await queued()).map(({ job: { kind } }) => kind)).toEqual([job.kind, job.kind]);
        await complete();
      }
    },
  },
  {
    title: 'does nothing when a job is added again that was completed lately',
    check: async ({ queue, queued, complete }) => {
      await queue.add(plan(), null);
      await complete();
      await queue.add(plan(), null);
      expect(await queued()).toEqual([]);
    },
  },
  {
    title: 'tells jobs that wait from those that were completed',
    check: async ({ queue, complete }) => {
      await queue.add(plan(), null);
      await complete();
      await queue.add(window('w-1'), null);
      expect(await queue.fateOf(plan())).toEqual({ state: 'completed' });
      expect(await queue.fateOf(window('w-1'))).toEqual({ state: 'kept' });
    },
  },
  {
    title: 'takes a job again that was completed and removed, and no other',
    check: async ({ queue, queued, complete }) => {
      for (const job of [plan(), window('w-1')]) await queue.add(job, null);
      await complete();
      await queue.remove(plan());
      expect(await queue.fateOf(plan())).toEqual({ state: 'unknown' });
      for (const job of [plan(), window('w-1')]) await queue.add(job, null);
      expect((await queued()).map(({ job }) => job)).toEqual([plan()]);
    },
  },
  {
    title: 'tells of a job that failed for good why it did, and of each replay for itself',
    check: async ({ queue, fail }) => {
      await queue.add(window('w-1'), null);
      await fail('it killed every worker');
      const failed = { state: 'failed', reason: 'job.failed', detail: 'it killed every worker', attempts: 1 };
      expect(await queue.fateOf(window('w-1'))).toEqual(failed);
      const replayed = { ...window('w-1'), replayOf: 'd-1' };
      expect(await queue.fateOf(replayed)).toEqual({ state: 'unknown' });
      await queue.add(replayed, null);
      expect(await queue.fateOf(replayed)).toEqual({ state: 'kept' });
      expect(await queue.fateOf(window('w-1'))).toEqual(failed);
    },
  },
  {
    title: 'knows nothing of a job that was never added, or is lost, and takes it again',
    check: async ({ queue, queued, forget }) => {
      expect(await queue.fateOf(plan())).toEqual({ state: 'unknown' });
      await queue.add(plan(), null);
      await forget();
      expect(await queue.fateOf(plan())).toEqual({ state: 'unknown' });
      await queue.add(plan(), null);
      expect(await queued()).toHaveLength(1);
    },
  },
];

/** What every `CollectionJobQueue` must do. */
export const describeCollectionJobQueue = (name: string, open: OpenHarness<CollectionJobQueueHarness>): void =>
  describeSuite(`${name}: a CollectionJobQueue`, collectionJobQueueCases, open);
