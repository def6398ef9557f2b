import { ndcg } from './ndcg.fixture';

describe('nDCG of ten hits', () => {
  it('is 1 for the best in the best order, and 0 for nothing that matters', () => {
    expect(ndcg([3, 2, 1], [1, 0, 3, 2])).toBe(1);
    expect(ndcg([0, 0], [3])).toBe(0);
  });

  it('discounts what comes late', () => {
    // 7 / log2(3) of 7 / log2(2)
    expect(ndcg([0, 3], [3, 0])).toBeCloseTo(0.63093, 5);
    // (1 + 7 / log2(3)) of (7 + 1 / log2(3))
    expect(ndcg([1, 3], [1, 3])).toBeCloseTo(0.70981, 5);
  });

  it('misses what was not found, and does not look beyond the tenth', () => {
    expect(ndcg([3], [3, 3])).toBeCloseTo(0.61315, 5);
    expect(ndcg([...Array<number>(10).fill(0), 3], [3])).toBe(0);
    expect(ndcg(Array<number>(10).fill(1), Array<number>(30).fill(1))).toBe(1);
  });
});
