import type { PagePosition } from '@job-scope/kernel';
import { ProblemException } from './problems/problem-exception';

const VERSION = 1;

/** The opaque text by which a client asks for the next page. It is not signed: a position gives no rights. */
export const encodeCursor = ({ list, after }: PagePosition): string =>
  Buffer.from(JSON.stringify([VERSION, list, ...after])).toString('base64url');

/** A page as clients get it: with `nextCursor`, unless it is the last one. */
export const withNextCursor = <T extends { readonly next?: PagePosition }>({ next, ...page }: T) => ({
  ...page,
  nextCursor: next && encodeCursor(next),
});

/**
 * Reads a cursor of one of the given lists. Throws a 400 problem: `cursor-invalid` for a text that never was a cursor,
 * `cursor-expired` for one of another list, order or version.
 */
export function decodeCursor(list: string | readonly string[], cursor: string): PagePosition {
  const envelope = parse(cursor);
  if (!envelope) {
    throw new ProblemException(400, 'cursor-invalid', {
      detail: 'The cursor is not one that this API has given.',
      errors: [{ pointer: '/cursor', message: 'is not a cursor of this API' }],
    });
  }
  const position = positionOf(envelope);
  if (!position || ![list].flat().includes(position.list)) throw expired('cursor-expired');
  return position;
}

/**
 * The same for a list whose adapter itself refuses the positions of others, for only it knows its list's name. `code` is
 * how it refuses them, and of whatever else is no cursor of the list: readers do the same about all of it.
 */
export function readCursor(cursor: string, code: string): PagePosition {
  const position = positionOf(parse(cursor) ?? []);
  if (!position) throw expired(code);
  return position;
}

const expired = (code: string) =>
  new ProblemException(400, code, {
    detail: 'The cursor belongs to another list, order or version. Start again from the first page.',
    errors: [{ pointer: '/cursor', message: 'belongs to another list' }],
  });

/** Undefined if it is of another version of the API. */
const positionOf = ([version, list, ...after]: readonly unknown[]): PagePosition | undefined =>
  version === VERSION && typeof list === 'string' ? { list, after: after as PagePosition['after'] } : undefined;

/** Undefined if it never was a cursor. */
function parse(cursor: string): readonly unknown[] | undefined {
  try {
    const envelope: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(envelope) && envelope.slice(2).every(isPositionPart) ? envelope : undefined;
  } catch {
    // Not JSON: the same answer as for JSON of another shape.
    return undefined;
  }
}

const isPositionPart = (part: unknown): boolean => part === null || ['string', 'number'].includes(typeof part);
