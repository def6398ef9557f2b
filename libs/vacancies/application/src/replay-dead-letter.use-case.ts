import { err, ok, type Clock, type Result } from '@job-scope/kernel';
import type { CollectionRun, DeadLetter } from '@job-scope/vacancies-domain';
import type { VacancyTransaction, VacancyUnitOfWork } from '@job-scope/vacancies-ports';
import { toDeadLetterView, type DeadLetterView } from './dead-letter.view';
import { auditOf, type Requester } from './requester';

export interface ReplayDeadLetterInput {
  readonly requester: Requester;
  readonly id: string;
}

export type ReplayDeadLetterFailure =
  | { readonly code: 'dead-letters.not-found' }
  | { readonly code: 'dead-letters.discarded' }
  /** Nobody wants what is left of it. */
  | { readonly code: 'dead-letters.run-cancelled' }
  /** It may ask for nothing more: the next run asks for the same. */
  | { readonly code: 'dead-letters.run-out-of-requests' };

/**
 * Has done again what was given up: the window, or the planning, is open again, and with it its run; the wish leaves
 * through the outbox of the same transaction. The window goes on where it stood. If it fails once more, that is another
 * letter.
 */
export class ReplayDeadLetter {
  constructor(
    private readonly unitOfWork: VacancyUnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Replaying it again is no failure, and changes nothing. */
  execute({ requester, id }: ReplayDeadLetterInput): Promise<Result<DeadLetterView, ReplayDeadLetterFailure>> {
    const now = this.clock.now();
    return this.unitOfWork.run(async (tx) => {
      const letter = await tx.deadLetters.lock(id);
      if (!letter) return err({ code: 'dead-letters.not-found' });
      if (letter.state === 'discarded') return err({ code: 'dead-letters.discarded' });
      if (letter.state === 'replayed') return ok(toDeadLetterView(letter));
      const reopened = await reopen(tx, letter, now);
      if (!reopened.ok) return reopened;
      const { runId, windowId, source, reason } = letter;
      await tx.outbox.append([{ kind: 'work-replayed', deadLetterId: id, runId, windowId, source }]);
      await tx.deadLetters.settle(id, 'replayed', now);
      const subject = { kind: 'dead-letter', id } as const;
      await tx.audit.append(auditOf(requester, 'dead-letter.replayed', subject, now, { source, reason, runId }));
      return ok(toDeadLetterView({ ...letter, state: 'replayed', settledAt: now }));
    });
  }
}

/** Workers lock a window before its run, and so does this. */
const reopen = async (
  { collections }: VacancyTransaction,
  letter: DeadLetter,
  now: Date,
): Promise<Result<void, ReplayDeadLetterFailure>> => {
  const { id: deadLetterId, runId, windowId } = letter;
  if (windowId !== null) await collections.lockWindow(windowId);
  const run = await collections.lockRun(runId);
  if (!run) throw new Error(`run ${runId} of dead letter ${deadLetterId} is not stored`);
  if (run.outcome === 'cancelled') return err({ code: 'dead-letters.run-cancelled' });
  if (!(await collections.hasRequestsLeft(runId))) return err({ code: 'dead-letters.run-out-of-requests' });
  if (windowId !== null) await collections.reopenWindow(windowId);
  if (run.status === 'finished') await collections.reopenRun(runId, statusOf(run));
  await collections.appendEvents(runId, [{ type: 'replayed', data: { windowId, deadLetterId } }], now);
  return ok(undefined);
};

/** A run that was never begun is still to be planned. */
const statusOf = ({ startedAt }: CollectionRun) => (startedAt === null ? 'requested' : 'collecting');
