import fc from 'fast-check';
import { formatMoscow, parseMoscow } from './moscow-time';

describe('dates in Moscow time', () => {
  it('are written with an offset without colon', () => {
    expect(formatMoscow(1_793_610_000)).toBe('2026-11-02T12:00:00+0300');
  });

  it('are read back as they were written', () => {
    const instant = fc.integer({ min: 0, max: 4_000_000_000 });
    fc.assert(fc.property(instant, (seconds) => expect(parseMoscow(formatMoscow(seconds))).toBe(seconds)));
  });

  it('mean midnight when they have no time', () => {
    expect(parseMoscow('2026-11-02')).toBe(parseMoscow('2026-11-02T00:00:00+0300'));
  });

  it.each([
    '2026-11-02T12:00:00 0300',
    '2026-11-02T12:00:00+03:00',
    '2026-11-02T12:00:00Z',
    '2026-13-01',
    '02.11.2026',
    '',
  ])('are not "%s"', (text) => {
    expect(parseMoscow(text)).toBeUndefined();
  });
});
