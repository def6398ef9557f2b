import type { IndexOperationProgress } from '@job-scope/vacancies-ports';

/** What became of one step of an operation on an index. */
export type StepOutcome =
  | { readonly kind: 'next'; readonly progress: Partial<IndexOperationProgress> }
  | { readonly kind: 'done'; readonly progress: Partial<IndexOperationProgress> }
  /** The step must be taken again a little later. */
  | { readonly kind: 'wait' }
  | { readonly kind: 'failed'; readonly reason: string };

export const next = (progress: Partial<IndexOperationProgress>): StepOutcome => ({ kind: 'next', progress });
export const failed = (reason: string): StepOutcome => ({ kind: 'failed', reason });
export const DONE: StepOutcome = { kind: 'done', progress: {} };
export const WAIT: StepOutcome = { kind: 'wait' };
