import type { CollectionJob, CollectionJobQueue, JobFate } from '@job-scope/vacancies-ports';
import type { SourceName } from '@job-scope/vacancies-domain';
import { collectionQueueOf, jobFailureOf, type CollectionJobPayload } from '@job-scope/vacancies-contracts';
import { Queue, type JobsOptions } from 'bullmq';
import type { QueueBackend } from './queue-backend';

const DAY_S = 86_400;

/**
 * A job that is gone from the queue could be added again: what it would repeat are use cases that find their work done.
 * Failed ones are kept long enough for somebody to look at them.
 */
const JOB_OPTIONS: JobsOptions = {
  attempts: 8,
  backoff: { type: 'collection' },
  keepLogs: 200,
  removeOnComplete: { age: DAY_S, count: 1_000 },
  removeOnFail: { age: 30 * DAY_S, count: 10_000 },
};

/** Collection jobs on BullMQ, whichever server it runs on. */
export class BullMqCollectionJobQueue implements CollectionJobQueue {
  private readonly queues = new Map<SourceName, Queue<CollectionJobPayload>>();

  /** `onError` hears of the server being away; what is added meanwhile fails. */
  constructor(
    private readonly backend: QueueBackend,
    private readonly onError: (error: Error) => void,
  ) {}

  async add(job: CollectionJob, traceparent: string | null): Promise<void> {
    await this.queueOf(job.source).add(job.kind, payloadOf(job, traceparent), { ...JOB_OPTIONS, jobId: idOf(job) });
  }

  async fateOf(job: CollectionJob): Promise<JobFate> {
    const [queue, id] = [this.queueOf(job.source), idOf(job)];
    const state = await queue.getJobState(id);
    if (state === 'unknown' || state === 'completed') return { state };
    // Read once its state is final: what failed before may have been tried again since.
    const failed = state === 'failed' ? await queue.getJob(id) : undefined;
    if (!failed) return { state: 'kept' };
    const { failedReason: detail, attemptsMade: attempts } = failed;
    return { state: 'failed', reason: jobFailureOf(detail), detail, attempts };
  }

  async remove(job: CollectionJob): Promise<void> {
    await this.queueOf(job.source).remove(idOf(job));
  }

  async close(): Promise<void> {
    await Promise.all([...this.queues.values()].map((queue) => queue.close()));
  }

  private queueOf(source: SourceName): Queue<CollectionJobPayload> {
    const known = this.queues.get(source);
    if (known) return known;
    const queue = new Queue<CollectionJobPayload>(collectionQueueOf(source), this.backend.producer);
    queue.on('error', this.onError);
    this.queues.set(source, queue);
    return queue;
  }
}

/** BullMQ allows no colon in an identifier. */
const idOf = (job: CollectionJob): string => {
  const id = job.kind === 'plan' ? `plan-${job.runId}` : `window-${job.windowId}`;
  return job.replayOf === undefined ? id : `${id}-${job.replayOf}`;
};

const payloadOf = (job: CollectionJob, traceparent: string | null): CollectionJobPayload => {
  const common = { version: 1, runId: job.runId, traceparent } as const;
  return job.kind === 'plan'
    ? { ...common, kind: job.kind, windowId: null }
    : { ...common, kind: job.kind, windowId: job.windowId };
};
