import type { EditableBoard } from '../scenarios/board';
import { MAX_ROWS, OpenRows } from './open-rows';

/** Postings invented by row; a row beyond `size` is one that is published later. */
export interface PostingSource {
  readonly size: number;
  idOf(row: number): string;
  rowOf(id: string): number | undefined;
  /** Seconds since the epoch. */
  modifiedAt(row: number): number;
}

/** Postings that keep their id for life: they are edited in place, taken off, and put back. */
export class PostingBoard implements EditableBoard {
  private modified: Uint32Array;
  private rows: number;
  private readonly inserted = new Map<number, number>();
  private readonly hidden = new Set<number>();
  private readonly edits = new Map<number, number>();
  private readonly order: OpenRows;

  constructor(private readonly source: PostingSource) {
    this.rows = source.size;
    this.modified = Uint32Array.from({ length: source.size }, (_, row) => source.modifiedAt(row));
    this.order = new OpenRows((row) => this.modifiedAt(row), source.size);
  }

  /** Postings that can be found. */
  get open(): number {
    return this.order.length;
  }

  get version(): number {
    return this.order.version;
  }

  /** The posting at a rank, 0 being the one that was not modified for the longest time. */
  rowAt(rank: number): number {
    return this.order.at(rank);
  }

  /** The first rank that was modified at an instant or later. */
  firstRankSince(instant: number): number {
    return this.order.firstSince(instant);
  }

  modifiedAt(row: number): number {
    return this.modified[row] as number;
  }

  /** When a posting appeared that was not there from the beginning. */
  insertedAt(row: number): number | undefined {
    return this.inserted.get(row);
  }

  /** How many times a posting was edited. */
  editsOf(row: number): number {
    return this.edits.get(row) ?? 0;
  }

  /** @returns undefined for an id that never was, or was taken off */
  find(id: string): number | undefined {
    const row = this.known(id);
    return row === undefined || this.hidden.has(row) ? undefined : row;
  }

  insert(count: number, now: number): string[] {
    const ids: string[] = [];
    for (; ids.length < count && this.rows < MAX_ROWS; this.rows += 1) {
      this.inserted.set(this.rows, now);
      this.stamp(this.rows, now);
      this.order.append(this.rows);
      ids.push(this.source.idOf(this.rows));
    }
    return ids;
  }

  newest(count: number): string[] {
    return this.order.newest(count).map((row) => this.source.idOf(row));
  }

  change(id: string, now: number): boolean {
    const row = this.find(id);
    if (row === undefined) return false;
    this.edits.set(row, this.editsOf(row) + 1);
    this.order.withdraw(row);
    this.stamp(row, now);
    this.order.append(row);
    return true;
  }

  delete(id: string): boolean {
    const row = this.find(id);
    if (row === undefined) return false;
    this.hidden.add(row);
    this.order.withdraw(row);
    return true;
  }

  restore(id: string, now: number): string | undefined {
    const row = this.known(id);
    if (row === undefined || !this.hidden.delete(row)) return undefined;
    this.stamp(row, now);
    this.order.append(row);
    return id;
  }

  private known(id: string): number | undefined {
    const row = this.source.rowOf(id);
    return row === undefined || row >= this.rows ? undefined : row;
  }

  private stamp(row: number, now: number): void {
    if (row >= this.modified.length) {
      const wider = new Uint32Array(this.modified.length * 2 + 16);
      wider.set(this.modified);
      this.modified = wider;
    }
    this.modified[row] = now;
  }
}
