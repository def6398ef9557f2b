import type {
  CollectionRun,
  CollectionWindow,
  DeadLetter,
  EditableContent,
  EditableField,
  Schedule,
  ScheduleFire,
  SourceName,
  Vacancy,
  VacancyChange,
  VacancyContextEvent,
  Withholding,
} from '@job-scope/vacancies-domain';
import type { AuditRecord, BroughtByKey, IndexOperation, RejectedPayload, RunEvent } from '@job-scope/vacancies-ports';

/** All that the context stores, by identifier. */
export interface StoredState {
  readonly vacancies: Map<string, StoredVacancyRow>;
  /** The history of each vacancy, in order. */
  readonly changes: Map<string, readonly VacancyChange[]>;
  readonly runs: Map<string, CollectionRun>;
  readonly windows: Map<string, CollectionWindow>;
  readonly runEvents: Map<string, readonly NumberedRunEvent[]>;
  /** How many requests each run has taken. */
  readonly requestsTaken: Map<string, number>;
  /** The run that each vacancy waits for, to be asked for alone, and how often that was tried in vain. */
  readonly inquiries: Map<string, { readonly runId: string; readonly tries: number }>;
  /** Items that could not be understood, by source and identifier. */
  readonly rejectedItems: Map<string, RejectedPayload & Pick<CollectionRun, 'source'>>;
  /** What each query has shown. */
  readonly matches: Map<string, Set<string>>;
  readonly idempotencyKeys: Map<string, { readonly brought: BroughtByKey; readonly storedAt: Date }>;
  readonly deadLetters: Map<string, DeadLetter>;
  /** Since when. */
  readonly pausedSources: Map<SourceName, Date>;
  readonly schedules: Map<string, Schedule>;
  /** What became of the times of each schedule. */
  readonly fires: Map<string, readonly ScheduleFire[]>;
  /** The last time of each schedule whose fire was forgotten. */
  readonly firesForgottenUntil: Map<string, Date>;
  readonly indexOperations: Map<string, IndexOperation>;
  readonly outbox: Map<number, OutboxRow>;
  readonly audit: Map<string, AuditRecord>;
}

export interface StoredVacancyRow extends Vacancy {
  readonly contentHash: string;
  readonly detailsHash: string | null;
  readonly detailsRaw: unknown;
  readonly withheld: Withholding | null;
  readonly withheldAt: Date | null;
  readonly edited: readonly EditableField[];
  /** What its source has told last; null if nothing is edited. */
  readonly told: EditableContent | null;
}

export interface NumberedRunEvent extends RunEvent {
  readonly seq: number;
  readonly at: Date;
}

export interface OutboxRow {
  readonly event: VacancyContextEvent;
  readonly appendedAt: number;
  readonly attempts: number;
  readonly availableAt: number;
  /** Set when it failed too often. */
  readonly deadBecause?: string;
}

export const emptyState = (): StoredState => ({
  vacancies: new Map(),
  changes: new Map(),
  runs: new Map(),
  windows: new Map(),
  runEvents: new Map(),
  requestsTaken: new Map(),
  inquiries: new Map(),
  rejectedItems: new Map(),
  matches: new Map(),
  idempotencyKeys: new Map(),
  deadLetters: new Map(),
  pausedSources: new Map(),
  schedules: new Map(),
  fires: new Map(),
  firesForgottenUntil: new Map(),
  indexOperations: new Map(),
  outbox: new Map(),
  audit: new Map(),
});
