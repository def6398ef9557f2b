import { ProblemException } from '../problems/problem-exception';
import type { RateLimitPolicy } from './rate-limit-policy';
import type { RateLimitState } from './rate-limits';

/* The header fields of draft-ietf-httpapi-ratelimit-headers; lists of structured fields (RFC 9651). */

export const policyItem = (name: string, { requests, seconds }: RateLimitPolicy): string =>
  `"${name}";q=${requests};w=${seconds}`;

export const stateItem = (name: string, state: RateLimitState): string =>
  `"${name}";r=${state.remaining};t=${secondsLeft(state)}`;

export const tooManyRequests = (state: RateLimitState): ProblemException => {
  const seconds = secondsLeft(state);
  return new ProblemException(429, 'too-many-requests', {
    detail: `There were too many requests. Try again in ${seconds} s.`,
    headers: { 'retry-after': String(seconds) },
  });
};

/** Rounded up, and never 0: who comes again then finds the next window. */
const secondsLeft = ({ resetMs }: RateLimitState): number => Math.max(1, Math.ceil(resetMs / 1000));
