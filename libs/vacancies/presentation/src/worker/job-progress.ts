import type { CollectionCountsView } from '@job-scope/vacancies-application';
import type { Job } from 'bullmq';

const SHOWN = ['fetched', 'requests', 'created', 'changed', 'unchanged', 'skipped'] as const;
type Counts = Pick<CollectionCountsView, (typeof SHOWN)[number]>;

/**
 * Shows on the queue board what each step of a job has brought, and all of them together, those of earlier attempts too. A board
 * that cannot hear it stops no collection.
 */
export const progressOf = (job: Job, onError: (error: Error) => void): ((step: Counts) => void) => {
  const total = { ...(job.progress as Partial<Counts>) };
  let said: Promise<unknown> = Promise.resolve();
  return (step) => {
    for (const count of SHOWN) total[count] = (total[count] ?? 0) + step[count];
    const shown = { ...total };
    said = said
      .then(() => job.log(SHOWN.map((count) => `${count} ${step[count]}`).join(', ')))
      .then(() => job.updateProgress(shown))
      .catch(onError);
  };
};
