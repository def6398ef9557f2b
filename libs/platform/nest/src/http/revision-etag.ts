import type { FastifyReply } from 'fastify';
import { ProblemException } from '../problems/problem-exception';

/** The entity tag of a revision (RFC 9110 §8.8.3). */
export const revisionETagOf = ({ revision }: { readonly revision: number }): string => `"${revision}"`;

/** Has the answer name the revision of what it gives. */
export const withETag = <T extends { readonly revision: number }>(reply: FastifyReply, entity: T): T => {
  void reply.header('etag', revisionETagOf(entity));
  return entity;
};

/**
 * The revision that `If-Match` asks for; undefined if any will do. A tag may have more behind the revision, of what
 * changes without one. A tag that was never ours matches nothing: a 412 with the code that the route has for things
 * changed meanwhile.
 */
export const expectedRevision = (ifMatch: string | undefined, code: string): number | undefined => {
  if (ifMatch === undefined || ifMatch.trim() === '*') return undefined;
  const [, revision] = /^\s*"(\d{1,15})(?:-[\w-]+)?"\s*$/.exec(ifMatch) ?? [];
  if (revision !== undefined) return Number(revision);
  throw new ProblemException(412, code, { detail: 'If-Match names no revision that there has ever been.' });
};
