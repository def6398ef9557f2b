import type { PagePosition } from '@job-scope/kernel';

/** The last hit of a page: what it was sorted by, and its identifier, which settles ties. */
export interface SearchPosition {
  /** Milliseconds since 1970 in a list by publication; the score in a list by relevance. */
  readonly key: number;
  readonly id: string;
}

/** Places the next page after the last hit of this one; undefined when this was the last page. */
export const nextPosition = (
  list: string,
  last: SearchPosition | undefined,
  hasMore: boolean,
): PagePosition | undefined => (last && hasMore ? { list, after: [last.key, last.id] } : undefined);

/** Undefined when the position is of another list, or when nobody but a stranger can have written it. */
export const readPosition = (list: string, position: PagePosition): SearchPosition | undefined => {
  const [key, id, ...rest] = position.after;
  if (position.list !== list || rest.length > 0) return undefined;
  if (typeof key !== 'number' || !(key >= 0 && key < YEAR_10000)) return undefined;
  return typeof id === 'string' && UUID.test(id) ? { key, id } : undefined;
};

/** In milliseconds; what lies beyond no date that a vacancy can bear, and no engine need be asked about it. */
const YEAR_10000 = 253_402_300_800_000;

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
