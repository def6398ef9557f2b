import { ProblemException } from '@job-scope/platform-nest';

/** The entity tag of a user's revision (RFC 9110 §8.8.3). */
export const etagOf = ({ revision }: { readonly revision: number }): string => `"${revision}"`;

/** The revision that `If-Match` asks for; undefined if any will do. A tag that was never ours matches nothing. */
export const expectedRevision = (ifMatch: string | undefined): number | undefined => {
  if (ifMatch === undefined || ifMatch.trim() === '*') return undefined;
  const [, revision] = /^\s*"(\d{1,15})"\s*$/.exec(ifMatch) ?? [];
  if (revision !== undefined) return Number(revision);
  throw new ProblemException(412, 'users.changed-meanwhile', { detail: 'If-Match names no revision of this user.' });
};
