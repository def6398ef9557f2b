import { OnWorkerEvent, WorkerHost } from '@nestjs/bullmq';
import { Inject, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { BackgroundLoop, pause, runWithTraceparent, type Logger } from '@job-scope/platform-nest';
import {
  AbandonCollection,
  CollectWindow,
  FindEndedRuns,
  IsSourcePaused,
  PlanCollection,
} from '@job-scope/vacancies-application';
import { jobFailureOf, parseCollectionJob, type CollectionJobPayload } from '@job-scope/vacancies-contracts';
import { UnrecoverableError, type Job } from 'bullmq';
import { RetryLaterError, TimedOutError, type RetryDelay } from './collection-job.errors';
import { giveBack, putOff } from './put-back';
import {
  attemptOf,
  begun,
  failedFields,
  labels,
  noteStored,
  outageAfter,
  sinceResumed,
  stop,
  type JobUnderWay,
} from './job-under-way';
import { progressOf } from './job-progress';
import { WORKER_LOGGER } from './tokens';
import { countStored, deadLettersTotal, jobSeconds } from './worker-metrics';

/** How soon a worker notices that a run was cancelled, or its source paused. */
const WATCH_MS = 1_000;
/** A job of a paused source, or that another worker is at, is looked at again. */
const PAUSED_MS = 5_000;
const KEPT_OUT = 'the source keeps us out: the dead letter of the window says what somebody must do';

/** Turns the jobs of one source's queue into calls of use cases. */
export abstract class CollectionProcessor
  extends WorkerHost
  implements OnApplicationBootstrap, BeforeApplicationShutdown
{
  protected abstract readonly source: string;
  protected abstract readonly timeLimitMs: number;
  protected abstract readonly outagePatienceMs: number;
  protected abstract readonly retryDelay: RetryDelay;
  private stopping = false;
  private resumedAt = 0;
  private readonly underWay = new Set<JobUnderWay>();
  private readonly watch = new BackgroundLoop({
    step: async (signal) => {
      await this.obeySwitch();
      await this.cancelEnded();
      await pause(WATCH_MS, signal);
    },
    onError: (error) =>
      this.logger.warn('cannot see what is cancelled or paused', { 'event.action': 'run-watch-failed', error }),
    pauseAfterErrorMs: WATCH_MS,
  });

  constructor(
    @Inject(PlanCollection) private readonly planCollection: PlanCollection,
    @Inject(CollectWindow) private readonly collectWindow: CollectWindow,
    @Inject(AbandonCollection) private readonly abandonCollection: AbandonCollection,
    @Inject(FindEndedRuns) private readonly findEndedRuns: FindEndedRuns,
    @Inject(IsSourcePaused) private readonly isSourcePaused: IsSourcePaused,
    @Inject(WORKER_LOGGER) private readonly logger: Logger,
  ) {
    super();
  }

  /** BullMQ gives a signal only to processors that declare one. */
  override async process(job: Job, token?: string, signal?: AbortSignal): Promise<string> {
    // Even a paused worker is woken once more by the job that it has just given back.
    if (this.stopping) return giveBack(job, token);
    const found = parseCollectionJob(job.data);
    if (!found) throw new UnrecoverableError(`job ${job.id} is of no kind or version that this worker knows`);
    const payload = sinceResumed(found, this.resumedAt);
    if (this.worker.isPaused()) return putOff(job, payload, PAUSED_MS, token);
    const stopTimer = jobSeconds.startTimer({ source: this.source, kind: payload.kind });
    const underWay = begun(payload, signal);
    this.underWay.add(underWay);
    const deadline = setTimeout(() => stop(underWay, 'timed-out'), this.timeLimitMs);
    return runWithTraceparent(payload.traceparent, async () => {
      try {
        const end = await this.work(job, underWay);
        stopTimer({ end });
        this.logger.info(`${payload.kind} job ended: ${end}`, { 'event.action': 'job-ended', ...labels(payload) });
        if (end !== 'taken-over') return end;
      } catch (error) {
        const { stopped, hasStored } = underWay;
        stopTimer({ end: stopped ?? 'error' });
        if (stopped === 'cancelled') return stopped;
        if (stopped === 'paused') return putOff(job, underWay.payload, PAUSED_MS, token);
        if (stopped !== 'timed-out' && this.stopping) return giveBack(job, token);
        const failure = stopped === 'timed-out' ? new TimedOutError(this.timeLimitMs) : (error as Error);
        const outage = outageAfter(underWay, failure);
        if (failure instanceof UnrecoverableError || !(hasStored || failure instanceof RetryLaterError)) throw failure;
        this.logger.warn(`${payload.kind} job will be tried again`, failedFields(payload, failure));
        return putOff(job, { ...payload, outage }, this.retryDelay(outage?.attempts ?? 1, undefined, failure), token);
      } finally {
        clearTimeout(deadline);
        this.underWay.delete(underWay);
      }
      // Whoever took the window over may have lost the job meanwhile: the next look finds it ended, or goes on.
      return putOff(job, underWay.payload, PAUSED_MS, token);
    });
  }

  /** As superusers pause and resume the source. */
  private async obeySwitch(): Promise<void> {
    const paused = await this.isSourcePaused.execute(this.source);
    if (this.stopping || paused === this.worker.isPaused()) return;
    if (!paused) this.resumedAt = Date.now();
    if (!paused) return this.worker.resume();
    await this.worker.pause(true);
    for (const job of this.underWay) stop(job, 'paused');
  }

  /** Down to the request that is under way: its answer would be thrown away. */
  private async cancelEnded(): Promise<void> {
    const runIds = new Set([...this.underWay].map(({ payload }) => payload.runId));
    const ended = new Set(await this.findEndedRuns.execute([...runIds]));
    for (const job of this.underWay) if (ended.has(job.payload.runId)) stop(job, 'cancelled');
  }

  private async work(job: Job, underWay: JobUnderWay): Promise<string> {
    const { payload, signal } = underWay;
    if (payload.kind === 'plan') {
      const planned = await this.planCollection.execute({ runId: payload.runId, attempt: job.attemptsMade + 1 });
      if (!planned.ok) throw new UnrecoverableError(`${planned.error.code}: ${payload.runId}`);
      return this.endOf(payload, planned.value);
    }
    const tell = progressOf(job, (error) => this.onError(error));
    const collected = await this.collectWindow.execute(
      { windowId: payload.windowId, ...attemptOf(job, payload.outage, this.outagePatienceMs) },
      signal,
      (counts) => {
        noteStored(underWay, job).catch((error: Error) => this.onError(error));
        tell(counts);
        countStored(this.source, counts);
      },
    );
    if (collected.ok) return this.endOf(payload, collected.value);
    const { error } = collected;
    if (error.code === 'windows.not-found') throw new UnrecoverableError(`${error.code}: ${payload.windowId}`);
    throw new RetryLaterError(error.detail, error.retryAfterMs, error.wasAsked);
  }

  /** What ends badly without a job that throws is a dead letter, too. */
  private endOf(payload: CollectionJobPayload, end: string): string {
    if (end === 'blocked') this.logger.error(KEPT_OUT, { 'event.action': 'source-blocked', ...labels(payload) });
    if (end === 'blocked' || end === 'failed') deadLettersTotal.inc({ source: this.source });
    return end;
  }

  @OnWorkerEvent('failed')
  async onFailed(job: Job | undefined, error: Error): Promise<void> {
    const payload = parseCollectionJob(job?.data);
    if (!job || !payload) {
      return this.logger.error('a job was lost or not understood', { 'event.action': 'job-failed', error });
    }
    await runWithTraceparent(payload.traceparent, async () => {
      const fields = failedFields(payload, error);
      if (!job.finishedOn) return this.logger.warn(`${payload.kind} job will be tried again`, fields);
      this.logger.error(`${payload.kind} job failed for good`, fields);
      await this.abandon(job, payload, error).catch((failure: unknown) =>
        this.logger.error('a run could not be ended', { ...labels(payload), error: failure }),
      );
    });
  }

  private async abandon(job: Job, { runId, windowId }: CollectionJobPayload, error: Error): Promise<void> {
    const givenUp = { reason: jobFailureOf(error.message), detail: error.message, attempts: job.attemptsMade };
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
