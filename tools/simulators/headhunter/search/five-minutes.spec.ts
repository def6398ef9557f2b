import fc from 'fast-check';
import { roundToFiveMinutes } from './five-minutes';

describe('the bounds of a search by date', () => {
  it('are rounded to the nearest five minutes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), (seconds) => {
        const rounded = roundToFiveMinutes(seconds);
        expect(rounded % 300).toBe(0);
        expect(Math.abs(rounded - seconds)).toBeLessThanOrEqual(150);
      }),
    );
  });
});
