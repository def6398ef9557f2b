import type { Problem } from './generated/index.ts';

/** Tells an answer of the API from a connection that failed; its `code` says which problem it is. */
export const isProblem = (error: unknown): error is Problem =>
  typeof error === 'object' && error !== null && 'code' in error && 'traceId' in error && 'type' in error;
