import { NO_COUNTS, type AuditEvent, type CollectionRun } from '@job-scope/vacancies-domain';
import type { IdempotencyKey, VacancyTransaction } from '@job-scope/vacancies-ports';

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

/** The run that stands for the key, or that the key stands for another wish. */
export interface RunOnce {
  readonly runId: string;
  readonly isKeyReused: boolean;
}

/**
 * Adds a run that a user asked for, unless their key has brought one. The key is claimed before anything else, so that
 * of two equal requests at once one waits and then finds the other's run.
 */
export const addRunOnce = async (
  tx: VacancyTransaction,
  { run, event, key, fingerprint }: RunToAdd,
): Promise<RunOnce> => {
  if (await tx.collections.rememberIdempotencyKey(key, run.id, fingerprint)) {
    await addRequestedRun(tx, run);
    await tx.audit.append(event);
    return { runId: run.id, isKeyReused: false };
  }
  const earlier = await tx.collections.findByIdempotencyKey(key);
  if (!earlier) throw new Error('an idempotency key is taken, but not stored');
  return { runId: earlier.runId, isKeyReused: earlier.fingerprint !== fingerprint };
};
