/** Rows that a search found, in the order it asked for. */
export interface Found {
  readonly length: number;
  row(index: number): number;
}

/** Rows by rank, the newest at the end. */
export interface Ranked {
  rowAt(rank: number): number;
}

export type Predicate = (row: number) => boolean;

/** All rows of a range of ranks, without copying them. */
export function newestFirst(board: Ranked, first: number, end: number): Found {
  return { length: Math.max(0, end - first), row: (index) => board.rowAt(end - 1 - index) };
}

/** The rows of a range of ranks that every predicate lets pass, the newest first. */
export function scanNewestFirst(board: Ranked, first: number, end: number, predicates: readonly Predicate[]): number[] {
  const rows: number[] = [];
  for (let rank = end - 1; rank >= first; rank -= 1) {
    const row = board.rowAt(rank);
    if (predicates.every((predicate) => predicate(row))) rows.push(row);
  }
  return rows;
}

export function listed(rows: readonly number[]): Found {
  const compact = Uint32Array.from(rows);
  return { length: compact.length, row: (index) => compact[index] as number };
}
