import { err, ok, type Clock, type Result } from '@job-scope/kernel';
import type { VacancyUnitOfWork } from '@job-scope/vacancies-ports';
import { toDeadLetterView, type DeadLetterView } from './dead-letter.view';
import { auditOf, type Requester } from './requester';

export interface DiscardDeadLetterInput {
  readonly requester: Requester;
  readonly id: string;
}

export type DiscardDeadLetterFailure =
  { readonly code: 'dead-letters.not-found' } | { readonly code: 'dead-letters.replayed' };

/** Leaves what was given up as it is. The letter is kept, but nobody is reminded of it any more. */
export class DiscardDeadLetter {
  constructor(
    private readonly unitOfWork: VacancyUnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Discarding it again is no failure. */
  execute({ requester, id }: DiscardDeadLetterInput): Promise<Result<DeadLetterView, DiscardDeadLetterFailure>> {
    const now = this.clock.now();
    return this.unitOfWork.run(async (tx) => {
      const letter = await tx.deadLetters.lock(id);
      if (!letter) return err({ code: 'dead-letters.not-found' });
      if (letter.state === 'replayed') return err({ code: 'dead-letters.replayed' });
      if (letter.state === 'discarded') return ok(toDeadLetterView(letter));
      await tx.deadLetters.settle(id, 'discarded', now);
      const { source, reason, runId } = letter;
      const subject = { kind: 'dead-letter', id } as const;
      await tx.audit.append(auditOf(requester, 'dead-letter.discarded', subject, now, { source, reason, runId }));
      return ok(toDeadLetterView({ ...letter, state: 'discarded', settledAt: now }));
    });
  }
}
