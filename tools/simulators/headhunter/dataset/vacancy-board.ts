import { MAX_ROWS, OpenRows, type Board, type JsonObject } from '@job-scope/simulator-shared';
import { Columns, type ColumnName } from './columns';
import type { Address, Face, VacancySource, VacancyText, View } from './vacancy-source';

/** Every vacancy the site knows and its state: open, archived (only its page is left) or deleted. */
export class VacancyBoard implements Board {
  private readonly columns: Columns;
  private readonly archived = new Set<number>();
  private readonly deleted = new Set<number>();
  /** Rows beyond the source's size that repeat another row: restored vacancies, and copies of items of a file. */
  private readonly copies = new Map<number, number>();
  /** Open rows by publication. */
  private readonly order: OpenRows;

  constructor(readonly source: VacancySource) {
    this.columns = new Columns(source.size);
    for (let row = 0; row < source.size; row += 1) this.columns.append(source.facts(row));
    this.order = new OpenRows((row) => this.column('publishedAt')[row] as number, source.size);
  }

  /** Number of open vacancies: those that a search can find. */
  get open(): number {
    return this.order.length;
  }

  /** Changes whenever a search may answer differently than before. */
  get version(): number {
    return this.order.version;
  }

  /** Bytes that one vacancy costs: its columns and its place in the order. */
  static readonly bytesPerVacancy = Columns.bytesPerRow + Uint32Array.BYTES_PER_ELEMENT;

  column(name: ColumnName): Uint32Array | Uint16Array | Uint8Array {
    return this.columns.column(name);
  }

  /** The open vacancy at a rank, 0 being the oldest publication and `open - 1` the newest. */
  rowAt(rank: number): number {
    return this.order.at(rank);
  }

  /** The first rank whose publication is not before an instant (seconds since the epoch). */
  firstRankSince(instant: number): number {
    return this.order.firstSince(instant);
  }

  /** @returns undefined for an id that never was, or was deleted */
  find(id: string): number | undefined {
    const row = this.source.rowOf(id);
    return row === undefined || row >= this.columns.length || this.deleted.has(row) ? undefined : row;
  }

  /** Open vacancies of an employer (by position). */
  openVacanciesOf(employer: number): number {
    const employers = this.column('employer');
    return this.order.ranks().reduce((sum, row) => (employers[row] === employer ? sum + 1 : sum), 0);
  }

  item(row: number, view: View): JsonObject {
    return this.source.item(this.contentOf(row), this.face(row), view);
  }

  detail(row: number, view: View): JsonObject {
    return this.source.detail(this.contentOf(row), this.face(row), view);
  }

  text(row: number): VacancyText {
    return this.source.text(this.contentOf(row));
  }

  address(row: number): Address | null {
    return this.source.address(this.contentOf(row));
  }

  /** Publishes `count` new vacancies now (they become the newest). @returns their ids; fewer if the board is full or the source empty */
  insert(count: number, now: number): string[] {
    const ids: string[] = [];
    while (ids.length < count) {
      const content = this.source.contentOf(this.columns.length);
      if (content === undefined || this.columns.length >= MAX_ROWS) break;
      ids.push(this.publish(content, now));
    }
    return ids;
  }

  newest(count: number): string[] {
    return this.order.newest(count).map((row) => this.source.idOf(row));
  }

  /** Takes an open vacancy out of the search; its page stays, marked as archived. @returns whether it was open */
  archive(id: string): boolean {
    const row = this.find(id);
    if (row === undefined || this.archived.has(row)) return false;
    this.archived.add(row);
    this.order.withdraw(row);
    return true;
  }

  /** @returns whether there was such a vacancy */
  delete(id: string): boolean {
    const row = this.find(id);
    if (row === undefined) return false;
    if (!this.archived.has(row)) this.order.withdraw(row);
    this.deleted.add(row);
    return true;
  }

  /** Publishes an archived vacancy again: it gets a new id. @returns the new id, or undefined if it was not archived */
  restore(id: string, now: number): string | undefined {
    const row = this.find(id);
    if (row === undefined || !this.archived.has(row)) return undefined;
    return this.publish(this.contentOf(row), now);
  }

  private contentOf(row: number): number {
    return this.copies.get(row) ?? row;
  }

  private publish(content: number, now: number): string {
    const row = this.columns.length;
    this.columns.append({ ...this.source.facts(content), publishedAt: now });
    if (content !== row) this.copies.set(row, content);
    this.order.append(row);
    return this.source.idOf(row);
  }

  private face(row: number): Face {
    return {
      id: this.source.idOf(row),
      publishedAt: this.column('publishedAt')[row] as number,
      archived: this.archived.has(row),
    };
  }
}
