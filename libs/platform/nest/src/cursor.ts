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
  const position = readCursor(cursor);
  if (![list].flat().includes(position.list)) throw expired();
  return position;
}

/** The same for a list whose adapter itself refuses the positions of others: only the adapter knows its list's name. */
export function readCursor(cursor: string): PagePosition {
  const [version, list, ...after] = parse(cursor);
  if (version !== VERSION || typeof list !== 'string') throw expired();
  return { list, after: after as PagePosition['after'] };
}

const expired = () =>
  new ProblemException(400, 'cursor-expired', {
    detail: 'The cursor belongs to another list, order or version. Start again from the first page.',
    errors: [{ pointer: '/cursor', message: 'belongs to another list' }],
  });

function parse(cursor: string): unknown[] {
  try {
    const envelope: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(envelope) && envelope.slice(2).every(isPositionPart)) return envelope;
  } catch {
    // Not JSON: the same answer as for JSON of another shape.
  }
  throw new ProblemException(400, 'cursor-invalid', {
    detail: 'The cursor is not one that this API has given.',
    errors: [{ pointer: '/cursor', message: 'is not a cursor of this API' }],
  });
}

const isPositionPart = (part: unknown): boolean => part === null || ['string', 'number'].includes(typeof part);
