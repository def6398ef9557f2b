import { ok, type Page, type PagePosition, type Result } from '@job-scope/kernel';
import type { DeadLetterReader } from '@job-scope/vacancies-ports';
import { toDeadLetterView, type DeadLetterView } from './dead-letter.view';

export interface ListDeadLettersInput {
  readonly limit: number;
  readonly from?: PagePosition;
  readonly state: 'open' | 'replayed' | 'discarded';
  readonly source?: string;
  readonly reason?: string;
}

export type ListDeadLettersFailure = { readonly code: 'dead-letters.cursor-expired' };

/** Lists what was given up for good, the newest first. */
export class ListDeadLetters {
  constructor(private readonly letters: DeadLetterReader) {}

  async execute(input: ListDeadLettersInput): Promise<Result<Page<DeadLetterView>, ListDeadLettersFailure>> {
    const listed = await this.letters.list(input);
    if (!listed.ok) return listed;
    const { items, next } = listed.value;
    return ok({ items: items.map(toDeadLetterView), next });
  }
}
