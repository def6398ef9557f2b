import { portToken } from '@job-scope/kernel';

/** What runs must keep to that were asked for without limits of their own. */
export interface RunLimits {
  /** How many requests a run may send. */
  readonly maxRequests: number;
}

export const RUN_LIMITS = portToken<RunLimits>('vacancies/RunLimits');
