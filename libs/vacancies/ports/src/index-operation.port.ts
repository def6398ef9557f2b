import { portToken } from '@job-scope/kernel';
import type { SearchEngine } from './search-administration.port';

export const INDEX_OPERATION_KINDS = ['create', 'rebuild', 'check', 'delete'] as const;
export type IndexOperationKind = (typeof INDEX_OPERATION_KINDS)[number];

/** What an operation has done so far: all that whoever takes the next step has to know. */
export interface IndexOperationProgress {
  /** The step to be done next. */
  readonly phase: 'begin' | 'copy' | 'compare' | 'drop-old' | 'check';
  /** The index that is being filled; null before it is made. */
  readonly target: string | null;
  /** The last identifier that was dealt with; null before the first. */
  readonly after: string | null;
  /** When searches were given the new index, in milliseconds since 1970. */
  readonly switchedAt: number | null;
  readonly processed: number;
  /** How many vacancies were stored when it began; null before. */
  readonly total: number | null;
  /** Null for operations that look for none. */
  readonly drift: IndexDrift | null;
}

/** How database and index differ, as far as was looked. */
export interface IndexDrift {
  /** Stored, but not in the index. */
  readonly missing: number;
  /** In the index with an earlier revision. */
  readonly stale: number;
  /** In the index, but not stored. */
  readonly surplus: number;
  /** In the index with a later revision than is stored, as after a restored backup: only a rebuild repairs that. */
  readonly ahead: number;
  /** Differing because the engine refused them: see the refusals. */
  readonly refused: number;
  /** Differing because their change is on its way. */
  readonly waiting: number;
  readonly repaired: number;
  /** Some identifiers of each kind. */
  readonly samples: Readonly<Partial<Record<DriftKind, readonly string[]>>>;
}
export type DriftKind = 'missing' | 'stale' | 'surplus' | 'ahead' | 'refused';

export interface IndexOperation {
  readonly id: string;
  readonly kind: IndexOperationKind;
  readonly engine: SearchEngine;
  /** Of the index that whoever wanted it would make: only those who would make the same take its steps. */
  readonly version: number;
  /** Whether a check repairs what it finds. */
  readonly repair: boolean;
  readonly status: 'requested' | 'running' | 'succeeded' | 'failed';
  readonly progress: IndexOperationProgress;
  /** Why it failed, or why its last step did. */
  readonly failure: string | null;
  /** How many steps have failed since one succeeded. */
  readonly failedSteps: number;
  /** The superuser; null if a command or a worker wanted it. */
  readonly requestedBy: string | null;
  readonly requestedAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
}

/** Keeps the operations; no more than one is open at a time. Reached only through `VacancyUnitOfWork`. */
export interface IndexOperationRepository {
  /** False if another one is open. */
  add(operation: IndexOperation): Promise<boolean>;
  /** Locks the open one for this transaction; undefined if there is none, or if somebody else is at it. */
  lockOpen(): Promise<IndexOperation | undefined>;
  save(operation: IndexOperation): Promise<void>;
}

/** Reads operations outside any transaction. */
export interface IndexOperationReader {
  byId(id: string): Promise<IndexOperation | undefined>;
  /** The one that was requested last, open or not. */
  latest(): Promise<IndexOperation | undefined>;
}

export const INDEX_OPERATION_READER = portToken<IndexOperationReader>('vacancies/IndexOperationReader');
