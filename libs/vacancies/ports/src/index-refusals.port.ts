import { portToken } from '@job-scope/kernel';
import type { SearchEngine } from './search-administration.port';

export interface IndexRefusal {
  readonly engine: SearchEngine;
  readonly vacancyId: string;
  readonly revision: number;
  readonly reason: string;
  readonly at: Date;
}

/** Vacancies that an engine refused to index, until it takes a later revision or a person finds out why. */
export interface IndexRefusals {
  /** Replaces what is known of these vacancies in this engine: whatever is not refused now was taken. */
  note(
    engine: SearchEngine,
    vacancyIds: readonly string[],
    refused: readonly Omit<IndexRefusal, 'at'>[],
  ): Promise<void>;
  count(engine: SearchEngine): Promise<number>;
  /** The latest first. */
  list(engine: SearchEngine, limit: number): Promise<readonly IndexRefusal[]>;
  /** Those of the vacancies that this engine refused. */
  among(engine: SearchEngine, vacancyIds: readonly string[]): Promise<ReadonlySet<string>>;
}

export const INDEX_REFUSALS = portToken<IndexRefusals>('vacancies/IndexRefusals');
