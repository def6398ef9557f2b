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

/** The smallest of the values that this share of them does not exceed. Of one value at least. */
export function quantile(values: readonly number[], share: number): number {
  const value = values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(values.length * share) - 1)];
  if (value === undefined) throw new Error('there is nothing to rank');
  return value;
}

/** How many of these moments lie in an interval, a second of it. All in milliseconds; `to` is no part of it. */
export function perSecond(moments: readonly number[], { from, to }: { readonly from: number; readonly to: number }) {
  return (moments.filter((moment) => from <= moment && moment < to).length * 1000) / (to - from);
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
