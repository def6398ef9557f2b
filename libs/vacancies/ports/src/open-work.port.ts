import { portToken } from '@job-scope/kernel';
import type { CollectionJob } from './collection-job-queue.port';

/** What runs wait for. Read outside any transaction. */
export interface OpenWork {
  /**
   * Jobs that a queue must know of, by the identifier of their window or else their run, those after `afterId`: of runs
   * that are not over, what is still to be planned or collected, and does not wait in the outbox.
   */
  page(limit: number, afterId: string | null): Promise<readonly CollectionJob[]>;
}

export const OPEN_WORK = portToken<OpenWork>('vacancies/OpenWork');
