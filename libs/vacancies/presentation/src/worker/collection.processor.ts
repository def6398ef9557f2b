import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import { Inject, type BeforeApplicationShutdown, type OnApplicationBootstrap, type Type } from '@nestjs/common';
import { BackgroundLoop, pause, runWithTraceparent, type Logger } from '@job-scope/platform-nest';
import { AbandonCollection, CollectWindow, FindEndedRuns, PlanCollection } from '@job-scope/vacancies-application';
import { collectionQueueOf, parseCollectionJob, type CollectionJobPayload } from '@job-scope/vacancies-contracts';
import { UnrecoverableError, WaitingError, type Job, type WorkerOptions } from 'bullmq';
import { reasonOf, RetryLaterError, retryDelay } from './collection-job.errors';
import { WORKER_LOGGER } from './tokens';
import { deadLettersTotal, jobSeconds, pagesTotal, vacanciesTotal } from './worker-metrics';

/** How soon a worker notices that a run was cancelled. */
const WATCH_MS = 1_000;

/** Turns the jobs of one source's queue into calls of use cases. */
export abstract class CollectionProcessor
  extends WorkerHost
  implements OnApplicationBootstrap, BeforeApplicationShutdown
{
  protected abstract readonly source: string;
  private stopping = false;
  /** The runs of the jobs that are under way here. */
  private readonly underWay = new Map<string, string>();
  private readonly cancelled = new Set<string>();
  private readonly watch = new BackgroundLoop({
    step: async (signal) => {
      await this.cancelEnded();
      await pause(WATCH_MS, signal);
    },
    onError: (error) =>
      this.logger.warn('cannot see which runs are over', { 'event.action': 'run-watch-failed', error }),
    pauseAfterErrorMs: WATCH_MS,
  });

  constructor(
    @Inject(PlanCollection) private readonly planCollection: PlanCollection,
    @Inject(CollectWindow) private readonly collectWindow: CollectWindow,
    @Inject(AbandonCollection) private readonly abandonCollection: AbandonCollection,
    @Inject(FindEndedRuns) private readonly findEndedRuns: FindEndedRuns,
    @Inject(WORKER_LOGGER) private readonly logger: Logger,
  ) {
    super();
  }

  /** BullMQ gives a signal only to processors that declare one. */
  override async process(job: Job, token?: string, signal?: AbortSignal): Promise<string> {
    // Even a paused worker is woken once more by the job that it has just given back.
    if (this.stopping) return giveBack(job, token);
    const payload = parseCollectionJob(job.data);
    if (!payload) throw new UnrecoverableError(`job ${job.id} is of no kind or version that this worker knows`);
    const stopTimer = jobSeconds.startTimer({ source: this.source, kind: payload.kind });
    const id = job.id ?? '';
    this.underWay.set(id, payload.runId);
    return runWithTraceparent(payload.traceparent, async () => {
      try {
        const end = await this.work(job, payload, signal ?? new AbortController().signal);
        stopTimer({ end });
        this.logger.info(`${payload.kind} job ended: ${end}`, { 'event.action': 'job-ended', ...labels(payload) });
        return end;
      } catch (error) {
        stopTimer({ end: this.cancelled.has(id) ? 'cancelled' : 'error' });
        if (this.cancelled.has(id)) return 'cancelled';
        if (this.stopping) return giveBack(job, token);
        throw error;
      } finally {
        this.underWay.delete(id);
        this.cancelled.delete(id);
      }
    });
  }

  /** Down to the request that is under way: its answer would be thrown away. */
  private async cancelEnded(): Promise<void> {
    const ended = new Set(await this.findEndedRuns.execute([...new Set(this.underWay.values())]));
    for (const [jobId, runId] of this.underWay) {
      if (!ended.has(runId) || this.cancelled.has(jobId)) continue;
      this.cancelled.add(jobId);
      this.worker.cancelJob(jobId, 'its run is over');
    }
  }

  private async work(job: Job, payload: CollectionJobPayload, signal: AbortSignal): Promise<string> {
    if (payload.kind === 'plan') {
      const planned = await this.planCollection.execute({ runId: payload.runId });
      if (!planned.ok) throw new UnrecoverableError(`${planned.error.code}: ${payload.runId}`);
      return 'planned';
    }
    const attempt = job.attemptsMade + 1;
    const lastAttempt = attempt >= (job.opts.attempts ?? 1);
    const collected = await this.collectWindow.execute(
      { windowId: payload.windowId, attempt, lastAttempt },
      signal,
      (counts) => {
        pagesTotal.inc({ source: this.source });
        for (const outcome of ['created', 'changed', 'unchanged', 'skipped'] as const) {
          vacanciesTotal.inc({ source: this.source, outcome }, counts[outcome]);
        }
      },
    );
    if (collected.ok) {
      const end = collected.value;
      if (end === 'blocked' || end === 'failed') deadLettersTotal.inc({ source: this.source });
      return end;
    }
    if (collected.error.code === 'windows.not-found') {
      throw new UnrecoverableError(`${collected.error.code}: ${payload.windowId}`);
    }
    throw new RetryLaterError(collected.error.detail, collected.error.retryAfterMs);
  }

  @OnWorkerEvent('failed')
  async onFailed(job: Job | undefined, error: Error): Promise<void> {
    const payload = parseCollectionJob(job?.data);
    if (!job || !payload) {
      return this.logger.error('a job was lost or not understood', { 'event.action': 'job-failed', error });
    }
    await runWithTraceparent(payload.traceparent, async () => {
      const fields = { 'event.action': 'job-failed', ...labels(payload), error };
      if (!job.finishedOn) return this.logger.warn(`${payload.kind} job will be tried again`, fields);
      this.logger.error(`${payload.kind} job failed for good`, fields);
      await this.abandon(job, payload, error).catch((failure: unknown) =>
        this.logger.error('a run could not be ended', { ...labels(payload), error: failure }),
      );
    });
  }

  private async abandon(job: Job, { runId, windowId }: CollectionJobPayload, error: Error): Promise<void> {
    const givenUp = { reason: reasonOf(error), detail: error.message, attempts: job.attemptsMade };
    const ended = await this.abandonCollection.execute({ runId, windowId, ...givenUp });
    if (ended) deadLettersTotal.inc({ source: this.source });
  }

  /** Another worker may have the job by now. */
  @OnWorkerEvent('lockRenewalFailed')
  onLockLost(jobIds: readonly string[]): void {
    for (const id of jobIds) this.worker.cancelJob(id, 'its lock was lost');
  }

  @OnWorkerEvent('error')
  onError(error: Error): void {
    this.logger.warn('the job queue is in trouble', { 'event.action': 'queue-error', error });
  }

  onApplicationBootstrap(): void {
    this.watch.start();
  }

  /** Takes no new job and gives the running ones back; `@nestjs/bullmq` closes the worker after that. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    await this.watch.stop();
    await this.worker.pause(true);
    this.worker.cancelAllJobs('the worker stops');
  }
}

/** Not failed: another worker goes on from the cursor at once, and no attempt is used up. */
const giveBack = async (job: Job, token?: string): Promise<never> => {
  await job.moveToWait(token);
  throw new WaitingError();
};

const labels = ({ runId, windowId }: CollectionJobPayload) => ({ 'run.id': runId, 'window.id': windowId });

export interface ProcessorOptions {
  /** Before the second attempt of a job; later ones wait longer. */
  readonly firstRetryMs: number;
}

/** Plans are short, and must not wait behind a long window. */
const CONCURRENCY = 4;
/** How long a job of a dead worker is left alone. */
const LOCK_MS = 10_000;
/** Restarts of workers are no fault of the job; one that kills them all the same is stopped in the end. */
const MAX_DEATHS = 20;

/** The processor class of one source's queue. */
export const collectionProcessorOf = (
  source: string,
  { firstRetryMs }: ProcessorOptions,
): Type<CollectionProcessor> => {
  const options: Partial<WorkerOptions> = {
    concurrency: CONCURRENCY,
    lockDuration: LOCK_MS,
    stalledInterval: LOCK_MS / 2,
    maxStalledCount: MAX_DEATHS,
    settings: { backoffStrategy: retryDelay(firstRetryMs) },
  };

  @Processor(collectionQueueOf(source), options)
  class SourceProcessor extends CollectionProcessor {
    protected override readonly source = source;
  }
  return SourceProcessor;
};
