import { parseRateLimit, type RateLimitPolicies } from '@job-scope/platform-nest';
import type { AuthSettings } from './settings';

const DAY_MS = 86_400_000;
/** Generous: it only makes a replaced key stay published a little longer. */
const CLOCK_SKEW_MS = 60_000;

type Lifetimes = Pick<
  AuthSettings,
  'accessTokenTtlSeconds' | 'refreshIdleDays' | 'refreshAbsoluteDays' | 'jwksMaxAgeSeconds'
>;

export const sessionLimitsOf = ({
  refreshIdleDays,
  refreshAbsoluteDays,
}: Pick<Lifetimes, 'refreshIdleDays' | 'refreshAbsoluteDays'>) => ({
  idleMs: refreshIdleDays * DAY_MS,
  absoluteMs: refreshAbsoluteDays * DAY_MS,
});

export const keyRingTimesOf = ({ accessTokenTtlSeconds, refreshIdleDays, jwksMaxAgeSeconds }: Lifetimes) => ({
  publishedMaxAgeMs: jwksMaxAgeSeconds * 1000,
  accessTokenTtlMs: accessTokenTtlSeconds * 1000,
  clockSkewMs: CLOCK_SKEW_MS,
  refreshIdleMs: refreshIdleDays * DAY_MS,
});

type Limits = Pick<
  AuthSettings,
  'rateLimitLogin' | 'rateLimitLoginAddress' | 'rateLimitLoginAccount' | 'rateLimitMail'
>;

/** By the names that the routes count under. */
export const rateLimitsOf = (settings: Limits): RateLimitPolicies => ({
  login: parseRateLimit(settings.rateLimitLogin),
  'login-address': parseRateLimit(settings.rateLimitLoginAddress),
  'login-account': parseRateLimit(settings.rateLimitLoginAccount),
  mail: parseRateLimit(settings.rateLimitMail),
});
