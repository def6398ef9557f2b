/** One page of a list in a stable order; `next` is absent on the last one. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next?: PagePosition;
}

/** Where the next page begins. Only the adapter that made it can read `after`; the wire carries it as an opaque cursor. */
export interface PagePosition {
  /** Which list, engine and order it belongs to, so that it is refused elsewhere, e.g. `vacancies/postgres/published`. */
  readonly list: string;
  readonly after: readonly (string | number | null)[];
}
