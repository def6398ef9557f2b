import fc from 'fast-check';
import { formatEastern } from './eastern-time';

describe('the time of New York', () => {
  it.each([
    ['2026-11-02T09:00:00Z', '2026-11-02T04:00:00-05:00'],
    ['2026-07-01T12:30:00Z', '2026-07-01T08:30:00-04:00'],
    ['2026-11-01T05:59:59Z', '2026-11-01T01:59:59-04:00'],
    ['2026-11-01T06:00:00Z', '2026-11-01T01:00:00-05:00'],
  ])('at %s is %s', (instant, expected) => {
    expect(formatEastern(Date.parse(instant) / 1000)).toBe(expected);
  });

  it('is the instant that was meant', () => {
    const instant = fc.integer({ min: 0, max: 4_000_000_000 });
    fc.assert(fc.property(instant, (seconds) => expect(Date.parse(formatEastern(seconds))).toBe(seconds * 1000)));
  });
});
