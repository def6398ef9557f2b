/** How many of the first hits count. */
export const DEPTH = 10;

/**
 * Normalised discounted cumulative gain of the first ten: 1 if nothing better could stand there in a better order.
 * @param found grades of the hits, best first
 * @param all grades of all vacancies; one of them at least is not 0
 */
export const ndcg = (found: readonly number[], all: readonly number[]): number =>
  gainOf(found) / gainOf(all.toSorted((a, b) => b - a));

const gainOf = (grades: readonly number[]): number =>
  grades.slice(0, DEPTH).reduce((sum, grade, rank) => sum + (2 ** grade - 1) / Math.log2(rank + 2), 0);
