import type { DeadLetterReader } from '@job-scope/vacancies-ports';
import type { DeadLetterGroupView } from './dead-letter.view';

/** How many dead letters are open, by source and reason: many of one kind have one cause. */
export class ListDeadLetterGroups {
  constructor(private readonly letters: DeadLetterReader) {}

  execute(): Promise<readonly DeadLetterGroupView[]> {
    return this.letters.groups();
  }
}
