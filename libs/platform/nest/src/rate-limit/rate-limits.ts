import { portToken } from '@job-scope/kernel';
import type { RateLimitPolicy } from './rate-limit-policy';

/** How a limit stands for who was counted. */
export interface RateLimitState {
  readonly allowed: boolean;
  readonly remaining: number;
  /** Until the window ends and counting begins anew. */
  readonly resetMs: number;
}

/** Exact limits, shared by all replicas: of however many requests at once, no more than allowed pass. */
export interface RateLimits {
  /** Throws if there is no limit of this name. */
  policyOf(name: string): RateLimitPolicy;
  /** Counts one request, also one that is not allowed. Rejects while the store is away. */
  consume(name: string, key: RateLimitKey): Promise<RateLimitState>;
  /** Forgets what was counted under this key. */
  clear(name: string, key: RateLimitKey): Promise<void>;
}

/**
 * Who or what is counted. It may name people and be of any length: it is stored as a hash. The missing and what is no
 * text, as may come in a body, count together.
 */
export type RateLimitKey = string | undefined | readonly (string | undefined)[];

export const RATE_LIMITS = portToken<RateLimits>('platform/RateLimits');
