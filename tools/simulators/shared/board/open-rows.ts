/** Rows a board can hold. Below 2^21, so that an instant and a row fit one double exactly. */
export const MAX_ROWS = 2 ** 21;

/** The rows that can be found, by an instant of each, the newest last. A few bytes per row, whatever a row stands for. */
export class OpenRows {
  private order: Uint32Array;
  private count: number;
  private changes = 0;

  /** @param instantOf seconds since the epoch @param count rows at the beginning, all open */
  constructor(
    private readonly instantOf: (row: number) => number,
    count: number,
  ) {
    // One number per row, instant first: a typed array sorts it natively, without a comparator.
    const keys = Float64Array.from({ length: count }, (_, row) => instantOf(row) * MAX_ROWS + row);
    this.order = Uint32Array.from(keys.sort(), (key) => key % MAX_ROWS);
    this.count = count;
  }

  get length(): number {
    return this.count;
  }

  /** Changes whenever a search may answer differently than before. */
  get version(): number {
    return this.changes;
  }

  /** The row at a rank, 0 being the oldest and `length - 1` the newest. */
  at(rank: number): number {
    return this.order[rank] as number;
  }

  /** All ranks in their order. */
  ranks(): Uint32Array {
    return this.order.subarray(0, this.count);
  }

  /** The newest first. */
  newest(count: number): number[] {
    return [...this.order.subarray(Math.max(0, this.count - count), this.count)].reverse();
  }

  /** The first rank that is not before an instant. */
  firstSince(instant: number): number {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.instantOf(this.at(middle)) < instant) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** A row that is newer than all others. */
  append(row: number): void {
    if (this.count === this.order.length) {
      const wider = new Uint32Array(this.order.length * 2 + 16);
      wider.set(this.order);
      this.order = wider;
    }
    this.order[this.count] = row;
    this.count += 1;
    this.changes += 1;
  }

  withdraw(row: number): void {
    const rank = this.order.indexOf(row);
    this.order.copyWithin(rank, rank + 1, this.count);
    this.count -= 1;
    this.changes += 1;
  }
}
