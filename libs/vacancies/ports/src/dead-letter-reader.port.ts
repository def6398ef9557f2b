import { portToken, type Page, type PagePosition, type Result } from '@job-scope/kernel';
import type { DeadLetter, DeadLetterReason, DeadLetterState, SourceName } from '@job-scope/vacancies-domain';

/** The position was not made by this list, or is of an older make: begin again. */
export type DeadLetterListFailure = { readonly code: 'dead-letters.cursor-expired' };

export interface DeadLetterFilter {
  readonly state: DeadLetterState;
  readonly source?: string;
  readonly reason?: string;
}

/** The open letters of one source and one reason. */
export interface DeadLetterGroup {
  readonly source: SourceName;
  readonly reason: DeadLetterReason;
  readonly count: number;
  readonly firstAt: Date;
  readonly lastAt: Date;
}

/** Reads dead letters outside any transaction. */
export interface DeadLetterReader {
  byId(id: string): Promise<DeadLetter | undefined>;
  /** The newest first. */
  list(
    request: DeadLetterFilter & { limit: number; from?: PagePosition },
  ): Promise<Result<Page<DeadLetter>, DeadLetterListFailure>>;
  /** What is open, by source and reason, in that order. */
  groups(): Promise<readonly DeadLetterGroup[]>;
}

export const DEAD_LETTER_READER = portToken<DeadLetterReader>('vacancies/DeadLetterReader');
