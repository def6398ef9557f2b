/** A choice between values of unequal weight. */
export class Weighted<T> {
  private readonly bounds: Float64Array;

  constructor(
    private readonly values: readonly T[],
    weightOf: (value: T) => number,
  ) {
    this.bounds = new Float64Array(values.length);
    let sum = 0;
    values.forEach((value, position) => (this.bounds[position] = sum += weightOf(value)));
  }

  /** @param unit a draw in [0, 1) */
  at(unit: number): T {
    const target = unit * (this.bounds.at(-1) ?? 0);
    let low = 0;
    let high = this.bounds.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.bounds[middle] as number) > target) high = middle;
      else low = middle + 1;
    }
    return this.values[low] as T;
  }

  static of<T extends string>(weights: Record<T, number>): Weighted<T> {
    return new Weighted(Object.keys(weights) as T[], (key) => weights[key]);
  }
}
