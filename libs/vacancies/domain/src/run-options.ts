import type { FieldFault } from '@job-scope/kernel';
import { RUN_MODES } from './collection-run';

export const MAX_REQUESTS = 10_000_000;

/** What is wrong with what people decide of a run besides its query. */
export const runOptionFaults = (options: {
  readonly mode: unknown;
  readonly maxRequests: unknown;
}): readonly FieldFault[] => {
  const { mode, maxRequests } = options;
  return [
    ...(RUN_MODES.some((known) => known === mode)
      ? []
      : [{ pointer: '/mode', message: `must be one of ${RUN_MODES.join(', ')}` }]),
    ...(maxRequests === null || isCount(maxRequests)
      ? []
      : [{ pointer: '/maxRequests', message: `must be a whole number from 1 to ${MAX_REQUESTS}, or null` }]),
  ];
};

const isCount = (value: unknown): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= MAX_REQUESTS;
