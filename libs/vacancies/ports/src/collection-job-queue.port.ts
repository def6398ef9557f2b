import { portToken } from '@job-scope/kernel';
import type { SourceName } from '@job-scope/vacancies-domain';

export type CollectionJob = (
  | { readonly kind: 'plan'; readonly source: SourceName; readonly runId: string }
  | { readonly kind: 'window'; readonly source: SourceName; readonly runId: string; readonly windowId: string }
) & {
  /** The dead letter that it is to be done again for; sets it apart from what was done before. */
  readonly replayOf?: string;
};

/** Hands work to the workers, one queue per source. */
export interface CollectionJobQueue {
  /** Adding a job again that is already there does nothing: its identifier is the run's or the window's, and the
   * dead letter's. */
  add(job: CollectionJob, traceparent: string | null): Promise<void>;
}

export const COLLECTION_JOB_QUEUE = portToken<CollectionJobQueue>('vacancies/CollectionJobQueue');
