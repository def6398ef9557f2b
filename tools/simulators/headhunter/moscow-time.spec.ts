import fc from 'fast-check';
import { formatMoscow, parseHeadHunterDate, roundToFiveMinutes } from './moscow-time';

const instant = fc.integer({ min: 0, max: 4_000_000_000 });

describe('dates of HeadHunter', () => {
  it('are written with an offset without colon', () => {
    expect(formatMoscow(1_793_610_000)).toBe('2026-11-02T12:00:00+0300');
  });

  it('are read back as they were written', () => {
    fc.assert(fc.property(instant, (seconds) => expect(parseHeadHunterDate(formatMoscow(seconds))).toBe(seconds)));
  });

  it('mean midnight in Moscow when they have no time', () => {
    expect(parseHeadHunterDate('2026-11-02')).toBe(parseHeadHunterDate('2026-11-02T00:00:00+0300'));
  });

  it.each([
    '2026-11-02T12:00:00 0300',
    '2026-11-02T12:00:00+03:00',
    '2026-11-02T12:00:00Z',
    '2026-13-01',
    '02.11.2026',
    '',
  ])('are not "%s"', (text) => {
    expect(parseHeadHunterDate(text)).toBeUndefined();
  });

  it('are rounded to the nearest five minutes', () => {
    fc.assert(
      fc.property(instant, (seconds) => {
        const rounded = roundToFiveMinutes(seconds);
        expect(rounded % 300).toBe(0);
        expect(Math.abs(rounded - seconds)).toBeLessThanOrEqual(150);
      }),
    );
  });
});
