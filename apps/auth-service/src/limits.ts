import type { AuthSettings } from './settings';

const DAY_MS = 86_400_000;
/** How long the gateway may keep the published keys. */
const PUBLISHED_MAX_AGE_MS = 300_000;
/** Generous: it only makes a replaced key stay published a little longer. */
const CLOCK_SKEW_MS = 60_000;

type Lifetimes = Pick<AuthSettings, 'accessTokenTtlSeconds' | 'refreshIdleDays' | 'refreshAbsoluteDays'>;

export const sessionLimitsOf = ({ refreshIdleDays, refreshAbsoluteDays }: Lifetimes) => ({
  idleMs: refreshIdleDays * DAY_MS,
  absoluteMs: refreshAbsoluteDays * DAY_MS,
});

export const keyRingTimesOf = ({ accessTokenTtlSeconds, refreshIdleDays }: Lifetimes) => ({
  publishedMaxAgeMs: PUBLISHED_MAX_AGE_MS,
  accessTokenTtlMs: accessTokenTtlSeconds * 1000,
  clockSkewMs: CLOCK_SKEW_MS,
  refreshIdleMs: refreshIdleDays * DAY_MS,
});
