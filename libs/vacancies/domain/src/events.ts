import type { SourceName } from './source';

/** What happened and others must learn of. Each leaves through the outbox, in the transaction that made it true. */
export type VacancyContextEvent = CollectionRequested | WindowPlanned | WorkReplayed | VacancyChanged;

export interface CollectionRequested {
  readonly kind: 'collection-requested';
  readonly runId: string;
  readonly source: SourceName;
}

export interface WindowPlanned {
  readonly kind: 'window-planned';
  readonly windowId: string;
  readonly runId: string;
  readonly source: SourceName;
}

/** Somebody wants done again what was given up. */
export interface WorkReplayed {
  readonly kind: 'work-replayed';
  readonly deadLetterId: string;
  readonly runId: string;
  /** Null if it is the planning of the run. */
  readonly windowId: string | null;
  readonly source: SourceName;
}

/** A vacancy was stored for the first time, or its content changed. */
export interface VacancyChanged {
  readonly kind: 'vacancy-changed';
  readonly vacancyId: string;
  readonly revision: number;
}
