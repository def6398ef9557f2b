import { portToken } from '@job-scope/kernel';
import type { JobFailure, SourceName } from '@job-scope/vacancies-domain';

export type CollectionJob = (
  | { readonly kind: 'plan'; readonly source: SourceName; readonly runId: string }
  | { readonly kind: 'window'; readonly source: SourceName; readonly runId: string; readonly windowId: string }
) & {
  /** The dead letter that it is to be done again for; sets it apart from what was done before. */
  readonly replayOf?: string;
};

/** What has become of a job. */
export type JobFate =
  /** It waits, or is worked on. */
  | { readonly state: 'kept' }
  /** Its worker said that nothing was left to do. */
  | { readonly state: 'completed' }
  /** It failed for good. */
  | {
      readonly state: 'failed';
      readonly reason: JobFailure;
      /** For people. */
      readonly detail: string;
      readonly attempts: number;
    }
  /** It was never added, or is kept no longer. */
  | { readonly state: 'unknown' };

/** Hands work to the workers, one queue per source. */
export interface CollectionJobQueue {
  /** Adding a job again that is already there does nothing: its identifier is the run's or the window's, and the
   * dead letter's. */
  add(job: CollectionJob, traceparent: string | null): Promise<void>;
  fateOf(job: CollectionJob): Promise<JobFate>;
  /** Makes room for a job to be added again that was completed. */
  remove(job: CollectionJob): Promise<void>;
}

export const COLLECTION_JOB_QUEUE = portToken<CollectionJobQueue>('vacancies/CollectionJobQueue');
