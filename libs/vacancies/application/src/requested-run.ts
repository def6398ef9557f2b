import { NO_COUNTS, type CollectionRun } from '@job-scope/vacancies-domain';
import type { VacancyTransaction } from '@job-scope/vacancies-ports';

type RunRequest = Pick<CollectionRun, 'id' | 'source' | 'query' | 'requestedBy' | 'requestedAt'>;

/** A run that was asked for and that nobody has begun. */
export const requestedRun = (request: RunRequest): CollectionRun => ({
  ...request,
  status: 'requested',
  outcome: null,
  reason: null,
  startedAt: null,
  finishedAt: null,
  found: null,
  counts: NO_COUNTS,
});

/** Stores the run and announces it to the workers, both or neither. */
export const addRequestedRun = async (tx: VacancyTransaction, run: CollectionRun): Promise<void> => {
  await tx.collections.addRun(run);
  await tx.outbox.append([{ kind: 'collection-requested', runId: run.id, source: run.source }]);
};
