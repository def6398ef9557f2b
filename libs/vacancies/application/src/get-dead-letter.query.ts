import { err, ok, type Result } from '@job-scope/kernel';
import type { DeadLetterReader } from '@job-scope/vacancies-ports';
import { toDeadLetterView, type DeadLetterView } from './dead-letter.view';

export type GetDeadLetterFailure = { readonly code: 'dead-letters.not-found' };

/** Reads one dead letter. */
export class GetDeadLetter {
  constructor(private readonly letters: DeadLetterReader) {}

  async execute(id: string): Promise<Result<DeadLetterView, GetDeadLetterFailure>> {
    const letter = await this.letters.byId(id);
    return letter ? ok(toDeadLetterView(letter)) : err({ code: 'dead-letters.not-found' });
  }
}
