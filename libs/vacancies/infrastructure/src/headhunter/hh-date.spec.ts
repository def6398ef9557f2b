import fc from 'fast-check';
import { formatHhDate, parseHhDate } from './hh-date';

describe('hhDate', () => {
  it.each([
    ['2013-07-08T16:17:21+0400', '2013-07-08T12:17:21.000Z'],
    ['2025-04-23T18:55:44+0300', '2025-04-23T15:55:44.000Z'],
    ['2025-01-01T00:30:00-0530', '2025-01-01T06:00:00.000Z'],
  ])('V-21: reads %s as the moment that it is, in whatever zone the server runs', (text, expected) => {
    expect(parseHhDate(text)?.toISOString()).toBe(expected);
  });

  it.each([
    '',
    'yesterday',
    '2025-04-23',
    '2025-04-23T18:55:44',
    '2025-13-23T18:55:44+0300',
    '2025-04-23T18:55:44+03:00',
  ])('does not take %p for a date', (text) => expect(parseHhDate(text)).toBeUndefined());

  it('reads what it writes, to the second', () => {
    const seconds = fc.integer({ min: 946_684_800, max: 4_102_444_800 });
    fc.assert(
      fc.property(seconds, (second) => {
        const date = new Date(second * 1000);
        expect(parseHhDate(formatHhDate(date))).toEqual(date);
      }),
    );
  });
});
