import type { PagePosition } from '@job-scope/kernel';

/** The last hit of a page: what it was sorted by, and its identifier, which settles ties. */
export interface SearchPosition {
  /** Milliseconds since 1970, kopecks, a score or a distance, as the list is sorted. */
  readonly key: number;
  readonly id: string;
  /** How many were shown so far; only in lists that have an end. */
  readonly seen?: number;
}

/** Places the next page after the last hit of this one; undefined when this was the last page. */
export const nextPosition = (
  list: string,
  last: SearchPosition | undefined,
  hasMore: boolean,
): PagePosition | undefined => {
  if (!last || !hasMore) return undefined;
  const { key, id, seen } = last;
  return { list, after: seen === undefined ? [key, id] : [key, id, seen] };
};

/** What the keys of a list can be; others nobody but a stranger can have written. */
export type IsKey = (key: number) => boolean;

/** In milliseconds; what lies beyond no date that a vacancy can bear, and no engine need be asked about it. */
const YEAR_10000 = 253_402_300_800_000;

export const isTime: IsKey = (key) => Number.isInteger(key) && key >= 0 && key < YEAR_10000;
/** With an amount below and one above all others for what is not known. */
export const isAmount: IsKey = (key) => Number.isSafeInteger(key) && key >= -1;
export const isMeasure: IsKey = (key) => key >= 0 && key < 1e9;

/** Undefined when the position is of another list, or when nobody but a stranger can have written it. */
export const readPosition = (
  list: string,
  position: PagePosition,
  isKey: IsKey = isTime,
  hasEnd = false,
): SearchPosition | undefined => {
  const [key, id, seen, ...rest] = position.after;
  if (position.list !== list || rest.length > 0) return undefined;
  if (typeof key !== 'number' || !isKey(key)) return undefined;
  if (typeof id !== 'string' || !UUID.test(id)) return undefined;
  if (!hasEnd) return seen === undefined ? { key, id } : undefined;
  return Number.isInteger(seen) && Number(seen) > 0 ? { key, id, seen: Number(seen) } : undefined;
};

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
