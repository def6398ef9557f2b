import fc from 'fast-check';
import { distanceOf, mostEdits } from './edit-distance';

it.each([
  ['повар', 'повар', 0],
  ['програмист', 'программист', 1],
  ['бухголтер', 'бухгалтер', 1],
  ['бухгатлер', 'бухгалтер', 1],
  ['kuberntes', 'kubernetes', 1],
  ['бугалтир', 'бухгалтер', 2],
  ['', 'слово', 5],
])('from «%s» to «%s» it is %d', (a, b, distance) => expect(distanceOf(a, b)).toBe(distance));

it('is the same both ways, never negative, and no more than the longer word has letters', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      const distance = distanceOf(a, b);
      expect(distance).toBe(distanceOf(b, a));
      expect(distance).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
      expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length));
    }),
  );
});

it.each([
  ['look', 0],
  ['повар', 1],
  ['водитель', 2],
  ['s4hana2', 0],
])('forgives in «%s» %d slips', (word, edits) => expect(mostEdits(word)).toBe(edits));
