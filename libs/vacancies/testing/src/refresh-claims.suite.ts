import type { RefreshClaims } from '@job-scope/vacancies-ports';
import { describeSuite, type OpenHarness, type SuiteCase } from './suite';

export interface RefreshClaimsHarness {
  readonly claims: RefreshClaims;
}

const DAY = 86_400_000;

export const refreshClaimsCases: readonly SuiteCase<RefreshClaimsHarness>[] = [
  {
    title: 'gives a task to one of all who want it at once, and another task to somebody, too',
    check: async ({ claims }) => {
      const timing = { everyMs: DAY, retryMs: DAY };
      const claimed = await Promise.all(Array.from({ length: 10 }, () => claims.claim('a', timing)));
      expect(claimed.filter(Boolean)).toHaveLength(1);
      expect(await claims.claim('b', timing)).toBe(true);
    },
  },
  {
    title: 'gives what was not done again after a while, and not before',
    check: async ({ claims }) => {
      await claims.claim('a', { everyMs: DAY, retryMs: DAY });
      expect(await claims.claim('a', { everyMs: DAY, retryMs: DAY })).toBe(false);
      expect(await claims.claim('a', { everyMs: DAY, retryMs: 0 })).toBe(true);
    },
  },
  {
    title: 'gives what was done again when it is due, and not before',
    check: async ({ claims }) => {
      await claims.claim('a', { everyMs: DAY, retryMs: 0 });
      await claims.done('a');
      expect(await claims.claim('a', { everyMs: DAY, retryMs: 0 })).toBe(false);
      expect(await claims.claim('a', { everyMs: 0, retryMs: DAY })).toBe(false);
      expect(await claims.claim('a', { everyMs: 0, retryMs: 0 })).toBe(true);
    },
  },
];

/** What every `RefreshClaims` must do. */
export const describeRefreshClaims = (name: string, open: OpenHarness<RefreshClaimsHarness>): void =>
  describeSuite(`${name}: RefreshClaims`, refreshClaimsCases, open);
