import { hash } from 'node:crypto';

/** A strong tag: of answers that differ in anything, duplicates and sightings included, the tags differ. */
export const etagOf = (answer: object): string => `"${hash('sha256', JSON.stringify(answer), 'base64url')}"`;

/** Whether the sender holds the entity already (RFC 9110 §13.1.2: weak comparison). */
export const isUnchanged = (ifNoneMatch: string | undefined, etag: string): boolean =>
  (ifNoneMatch ?? '').split(',').some((tag) => ['*', etag].includes(tag.trim().replace(/^W\//, '')));
