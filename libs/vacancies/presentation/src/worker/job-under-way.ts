import type { CollectionJobPayload, Outage } from '@job-scope/vacancies-contracts';
import type { Job } from 'bullmq';
import { RetryLaterError } from './collection-job.errors';

type Stopped = 'cancelled' | 'timed-out' | 'paused';

/** A job that a worker is at. */
export interface JobUnderWay {
  /** As it is to be put back. */
  payload: CollectionJobPayload;
  readonly abort: AbortController;
  readonly signal: AbortSignal;
  hasStored: boolean;
  stopped?: Stopped;
}

/** `lost` aborts when the queue takes the job away. */
export const begun = (payload: CollectionJobPayload, lost?: AbortSignal): JobUnderWay => {
  const abort = new AbortController();
  const signal = lost ? AbortSignal.any([abort.signal, lost]) : abort.signal;
  return { payload, abort, signal, hasStored: false };
};

/** What a job was stopped for first is what counts. */
export const stop = (job: JobUnderWay, why: Stopped): void => {
  job.stopped ??= why;
  job.abort.abort();
};

/** The source serves us again: whoever goes on with the job must know, too, for this worker may be stopped at any time. */
export const noteStored = async (underWay: JobUnderWay, job: Job): Promise<void> => {
  underWay.hasStored = true;
  if (!underWay.payload.outage) return;
  underWay.payload = { ...underWay.payload, outage: undefined };
  await job.updateData(underWay.payload);
};

/** While nobody asked a source, because it was paused, nobody knows that it could not have served us. */
export const sinceResumed = (payload: CollectionJobPayload, resumedAt: number): CollectionJobPayload => {
  const { outage } = payload;
  return outage ? { ...payload, outage: { ...outage, since: Math.max(outage.since, resumedAt) } } : payload;
};

/** None if the source did serve us; one that was not asked could be back. */
export const outageAfter = ({ hasStored, payload: { outage } }: JobUnderWay, error: Error): Outage | undefined => {
  if (hasStored) return undefined;
  return error instanceof RetryLaterError && !error.wasAsked ? outage : lasting(outage);
};

/** A source that could not serve us once more. */
const lasting = ({ since = Date.now(), attempts = 0 }: Partial<Outage> = {}): Outage => ({
  since,
  attempts: attempts + 1,
});

/** Which attempt at a window it is, from 1, and whether no other is to follow. */
export const attemptOf = (
  job: Job,
  { since = Date.now(), attempts = 0 }: Partial<Outage> = {},
  patienceMs: number,
): { readonly attempt: number; readonly lastAttempt: boolean } => {
  const attempt = job.attemptsMade + attempts + 1;
  return { attempt, lastAttempt: attempt >= (job.opts.attempts ?? 1) && Date.now() - since >= patienceMs };
};

/** Of a log line. */
export const failedFields = (payload: CollectionJobPayload, error: Error) => {
  return { 'event.action': 'job-failed', ...labels(payload), error };
};

export const labels = ({ runId, windowId }: CollectionJobPayload) => ({ 'run.id': runId, 'window.id': windowId });
