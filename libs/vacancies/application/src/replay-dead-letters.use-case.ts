import type { PagePosition } from '@job-scope/kernel';
import type { DeadLetter } from '@job-scope/vacancies-domain';
import type { DeadLetterReader } from '@job-scope/vacancies-ports';
import type { ReplayDeadLetter } from './replay-dead-letter.use-case';
import type { Requester } from './requester';

export interface ReplayDeadLettersInput {
  readonly requester: Requester;
  readonly source?: string;
  readonly reason?: string;
  /** At most so many. */
  readonly limit: number;
}

export interface ReplayDeadLettersResult {
  readonly replayed: number;
  /** Whose run was cancelled, or may send no more requests: they stay open until somebody discards them. */
  readonly refused: number;
  /** There may be others: call again. */
  readonly more: boolean;
}

const PAGE = 100;

/** Has done again all that was given up and fits, each letter in a transaction of its own: a crash repeats none. */
export class ReplayDeadLetters {
  constructor(
    private readonly letters: DeadLetterReader,
    private readonly replayDeadLetter: ReplayDeadLetter,
  ) {}

  async execute({ requester, limit, ...filter }: ReplayDeadLettersInput): Promise<ReplayDeadLettersResult> {
    let [replayed, refused] = [0, 0];
    for await (const { id } of this.open(filter)) {
      if (replayed === limit) return { replayed, refused, more: true };
      const { ok } = await this.replayDeadLetter.execute({ requester, id });
      if (ok) replayed += 1;
      else refused += 1;
    }
    return { replayed, refused, more: false };
  }

  /** Positions are by identifier: what is settled meanwhile moves none of the others. */
  private async *open(filter: { source?: string; reason?: string }): AsyncGenerator<DeadLetter> {
    let from: PagePosition | undefined;
    do {
      const listed = await this.letters.list({ ...filter, state: 'open', limit: PAGE, from });
      if (!listed.ok) throw new Error(listed.error.code);
      yield* listed.value.items;
      from = listed.value.next;
    } while (from);
  }
}
