import type { DeadLetter, DeadLetterState, FreshDeadLetter } from '@job-scope/vacancies-domain';

/** Writes what was given up for good. Reached only through a transaction of `VacancyUnitOfWork`. */
export interface DeadLetterRepository {
  /** Of one window, or of the planning of one run, at most one letter is open: a second one is refused. */
  add(letter: FreshDeadLetter): Promise<void>;
  /** Reads the letter and locks it until the transaction ends. */
  lock(id: string): Promise<DeadLetter | undefined>;
  settle(id: string, state: Exclude<DeadLetterState, 'open'>, at: Date): Promise<void>;
  /** Forgets letters that were settled before then, the oldest first. Returns how many, `limit` at most. */
  forgetSettled(before: Date, limit: number): Promise<number>;
}
