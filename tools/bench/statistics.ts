/** Repeated measurements of one thing. */
export interface Summary {
  readonly min: number;
  readonly median: number;
  readonly max: number;
}

/** Of one value at least. The median of an even number of values is the mean of the middle two. */
export function summarise(values: readonly number[]): Summary {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (index: number): number => {
    const value = sorted[index];
    if (value === undefined) throw new Error('there is nothing to summarise');
    return value;
  };
  const last = sorted.length - 1;
  return { min: at(0), median: (at(Math.floor(last / 2)) + at(Math.ceil(last / 2))) / 2, max: at(last) };
}

/**
 * Measures two things in turn, and who goes first changes from round to round: what grows or drifts during the run (a
 * cache, the machine's clock rate) then favours neither.
 */
export async function alternate<T>(
  rounds: number,
  first: (round: number) => Promise<T>,
  second: (round: number) => Promise<T>,
): Promise<readonly (readonly [T, T])[]> {
  const pairs: (readonly [T, T])[] = [];
  for (let round = 0; round < rounds; round += 1) {
    if (round % 2 === 0) {
      const a = await first(round);
      pairs.push([a, await second(round)]);
    } else {
      const b = await second(round);
      pairs.push([await first(round), b]);
    }
  }
  return pairs;
}
