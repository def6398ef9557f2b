import fc from 'fast-check';
import { alternate, perSecond, quantile, summarise } from './statistics';

test('the summary is that of the sorted values', () => {
  expect(summarise([3, 1, 2])).toEqual({ min: 1, median: 2, max: 3 });
  expect(summarise([4, 1, 3, 2])).toEqual({ min: 1, median: 2.5, max: 4 });
});

test('half of the values are at or below the median, half at or above it', () => {
  const values = fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { minLength: 1 });
  fc.assert(
    fc.property(values, (list) => {
      const { min, median, max } = summarise(list);
      const half = list.length / 2;
      expect(list.filter((value) => value <= median).length).toBeGreaterThanOrEqual(half);
      expect(list.filter((value) => value >= median).length).toBeGreaterThanOrEqual(half);
      expect([min, max]).toEqual([Math.min(...list), Math.max(...list)]);
    }),
  );
});

test('nothing has no summary', () => {
  expect(() => summarise([])).toThrow('nothing to summarise');
});

test('a quantile is the smallest value that so many do not exceed', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
  expect([0.01, 0.5, 0.99, 1].map((share) => quantile(hundred, share))).toEqual([1, 50, 99, 100]);
  expect([0, 0.5, 0.99].map((share) => quantile([7], share))).toEqual([7, 7, 7]);
  expect(() => quantile([], 0.5)).toThrow('nothing to rank');
});

test('a quantile has its share of the values at or below it, and not one fewer', () => {
  const values = fc.array(fc.integer({ min: -1_000, max: 1_000 }), { minLength: 1 });
  fc.assert(
    fc.property(values, fc.constantFrom(0.01, 0.5, 0.9, 0.99), (list, share) => {
      const value = quantile(list, share);
      expect(list).toContain(value);
      expect(list.filter((other) => other <= value).length).toBeGreaterThanOrEqual(list.length * share);
      expect(list.filter((other) => other < value).length).toBeLessThan(Math.max(1, list.length * share));
    }),
  );
});

test('what happens outside of the interval is not counted', () => {
  expect(perSecond([999, 1_000, 1_500, 2_999, 3_000], { from: 1_000, to: 3_000 })).toBe(1.5);
});

test('each of two things goes first in turn, and the pairs keep their order', async () => {
  const order: string[] = [];
  const say = (name: string) => async (round: number) => {
    order.push(name + round);
    return name + round;
  };
  expect(await alternate(3, say('a'), say('b'))).toEqual([
    ['a0', 'b0'],
    ['a1', 'b1'],
    ['a2', 'b2'],
  ]);
  expect(order).toEqual(['a0', 'b0', 'b1', 'a1', 'a2', 'b2']);
});
