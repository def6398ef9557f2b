import type { CancelSignal, Result } from '@job-scope/kernel';
import type { CollectionCounts, CollectionRun, CollectionWindow } from '@job-scope/vacancies-domain';
import type { RequestQuota, SourceFailure, VacancySource } from '@job-scope/vacancies-ports';

/** A window that a worker is at, and what it needs for that. */
export interface WindowWork {
  /** From 1; more if the one before brought nothing. */
  readonly attempt: number;
  readonly run: CollectionRun;
  readonly window: CollectionWindow;
  readonly source: VacancySource;
  /** What the run may still send. */
  readonly quota: RequestQuota;
  /** Down to the requests and the statements that are under way. */
  readonly signal: CancelSignal;
  /** Hears of everything that was stored. */
  readonly onStored: (counts: CollectionCounts) => void;
}

export type WorkEnd =
  | 'done'
  /** There is more in it than the source shows at a time: smaller windows have taken its place. */
  | 'split'
  /** Another worker went on with it meanwhile, because this one was believed dead. */
  | 'taken-over';

export type WorkResult = Result<WorkEnd, SourceFailure>;
