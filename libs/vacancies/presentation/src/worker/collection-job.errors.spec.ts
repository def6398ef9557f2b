import fc from 'fast-check';
import { RetryLaterError, retryDelay } from './collection-job.errors';

describe('retryDelay', () => {
  const attempts = fc.integer({ min: 1, max: 50 });

  it('doubles with each attempt, by chance up to a half less, and never exceeds five minutes', () => {
    fc.assert(
      fc.property(attempts, (attempt) => {
        const longest = Math.min(2_000 * 2 ** (attempt - 1), 300_000);
        const delay = retryDelay(2_000)(attempt);
        expect(delay).toBeGreaterThanOrEqual(longest / 2);
        expect(delay).toBeLessThanOrEqual(longest);
      }),
    );
  });

  it('looks again after five minutes at most where the source was not asked', () => {
    expect(retryDelay(2_000)(1, 'collection', new RetryLaterError('blocked', 86_400_000, false))).toBe(300_000);
    expect(retryDelay(2_000)(1, 'collection', new RetryLaterError('blocked', 20_000, false))).toBe(20_000);
  });

  it('never comes back before the source allows it', () => {
    fc.assert(
      fc.property(attempts, fc.integer({ min: 0, max: 86_400_000 }), (attempt, retryAfterMs) => {
        const delay = retryDelay(2_000)(attempt, 'collection', new RetryLaterError('slow down', retryAfterMs));
        expect(delay).toBeGreaterThanOrEqual(retryAfterMs);
      }),
    );
  });
});
