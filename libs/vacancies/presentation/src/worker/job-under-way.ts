import type { CollectionJobPayload, Outage } from '@job-scope/vacancies-contracts';

type Stopped = 'cancelled' | 'timed-out' | 'paused';

/** A job that a worker is at. */
export interface JobUnderWay {
  readonly runId: string;
  readonly abort: AbortController;
  hasStored: boolean;
  stopped?: Stopped;
}

/** What a job was stopped for first is what counts. */
export const stop = (job: JobUnderWay, why: Stopped): void => {
  job.stopped ??= why;
  job.abort.abort();
};

/** A source that could not serve us once more. */
export const lasting = ({ since = Date.now(), attempts = 0 }: Partial<Outage> = {}): Outage => ({
  since,
  attempts: attempts + 1,
});

/** Of a log line. */
export const failedFields = (payload: CollectionJobPayload, error: Error) => {
  return { 'event.action': 'job-failed', ...labels(payload), error };
};

export const labels = ({ runId, windowId }: CollectionJobPayload) => ({ 'run.id': runId, 'window.id': windowId });
