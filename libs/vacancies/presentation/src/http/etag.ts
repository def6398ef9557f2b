import { hash } from 'node:crypto';

/**
 * The revision, which `If-Match` asks for, and a digest, as duplicates and sightings change without one. Strong, or
 * `If-Match` could not be given it (RFC 9110 §13.1.1); compressed answers are told apart by `Vary`.
 */
export const etagOf = (answer: { readonly revision: number }): string =>
  `"${answer.revision}-${hash('sha256', JSON.stringify(answer), 'base64url')}"`;

/** Whether the sender holds the entity already (RFC 9110 §13.1.2: weak comparison). */
export const isUnchanged = (ifNoneMatch: string | undefined, etag: string): boolean =>
  (ifNoneMatch ?? '').split(',').some((tag) => ['*', etag].includes(tag.trim().replace(/^W\//, '')));
