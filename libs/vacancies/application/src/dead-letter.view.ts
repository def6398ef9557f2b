import type { DeadLetter } from '@job-scope/vacancies-domain';

/** Work that was given up for good. */
export interface DeadLetterView {
  readonly id: string;
  readonly source: string;
  readonly runId: string;
  /** Null if the run could not even be planned. */
  readonly windowId: string | null;
  readonly reason: string;
  readonly detail: string;
  readonly attempts: number;
  readonly failedAt: Date;
  readonly state: 'open' | 'replayed' | 'discarded';
  readonly settledAt: Date | null;
}

/** The open letters of one source and one reason. */
export interface DeadLetterGroupView {
  readonly source: string;
  readonly reason: string;
  readonly count: number;
  readonly firstAt: Date;
  readonly lastAt: Date;
}

export const toDeadLetterView = (letter: DeadLetter): DeadLetterView => letter;
