import { NO_COUNTS, type AuditEvent, type CollectionRun } from '@job-scope/vacancies-domain';
import type { IdempotencyKey, VacancyTransaction } from '@job-scope/vacancies-ports';
import { once, type Once } from './once';

type RunRequest = Pick<
  CollectionRun,
  'id' | 'source' | 'query' | 'mode' | 'maxRequests' | 'requestedBy' | 'requestedAt'
>;

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

export interface RunToAdd {
  readonly run: CollectionRun;
  /** Who asked for it. */
  readonly event: AuditEvent;
  readonly key: IdempotencyKey;
  /** Equal for equal wishes. */
  readonly fingerprint: string;
}

/** Adds a run that a user asked for, unless their key has brought one. */
export const addRunOnce = (tx: VacancyTransaction, { run, event, key, fingerprint }: RunToAdd): Promise<Once> =>
  once(tx, key, { kind: 'run', id: run.id, fingerprint }, async () => {
    await addRequestedRun(tx, run);
    await tx.audit.append(event);
  });
