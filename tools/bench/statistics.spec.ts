import fc from 'fast-check';
import { alternate, summarise } from './statistics';

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
