import type { IndexOperation } from '@job-scope/vacancies-ports';

export interface IndexDriftView {
  readonly missing: number;
  readonly stale: number;
  readonly surplus: number;
  readonly ahead: number;
  readonly refused: number;
  readonly waiting: number;
  readonly repaired: number;
  /** Some identifiers of each kind of difference. */
  readonly samples: Readonly<Record<string, readonly string[]>>;
}

/** Something that is done to a search index as a whole, and how far it is. */
export interface IndexOperationView {
  readonly id: string;
  readonly kind: 'create' | 'rebuild' | 'check' | 'delete';
  readonly engine: 'postgres' | 'elasticsearch';
  readonly repair: boolean;
  readonly status: 'requested' | 'running' | 'succeeded' | 'failed';
  /** The index that it fills; null if it fills none, or not yet. */
  readonly target: string | null;
  readonly processed: number;
  /** Null until it has begun. */
  readonly total: number | null;
  /** What a check has found; null for all others. */
  readonly drift: IndexDriftView | null;
  /** Why it failed, or why its last step did. */
  readonly failure: string | null;
  readonly requestedBy: string | null;
  readonly requestedAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
}

export const toIndexOperationView = (operation: IndexOperation): IndexOperationView => {
  const { version: _version, failedSteps: _steps, progress, ...shown } = operation;
  const { target, processed, total, drift } = progress;
  return { ...shown, target, processed, total, drift };
};
