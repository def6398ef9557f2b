import type { SourceName } from './source';

/** What happened and others must learn of. Each leaves through the outbox, in the transaction that made it true. */
export type VacancyContextEvent = CollectionRequested | WindowPlanned | VacancyChanged;

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

/** A vacancy was stored for the first time, or its content changed. */
export interface VacancyChanged {
  readonly kind: 'vacancy-changed';
  readonly vacancyId: string;
  readonly revision: number;
}
