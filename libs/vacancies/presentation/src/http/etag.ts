import { hash } from 'node:crypto';

/**
 * Of answers that differ in anything, duplicates and sightings included, the tags differ. Weak, as the same answer may go
 * out compressed or not.
 */
export const etagOf = (answer: object): string => `W/"${hash('sha256', JSON.stringify(answer), 'base64url')}"`;

/** Whether the sender holds the entity already (RFC 9110 §13.1.2: weak comparison). */
export const isUnchanged = (ifNoneMatch: string | undefined, etag: string): boolean =>
  (ifNoneMatch ?? '').split(',').some((tag) => ['*', opaque(etag)].includes(opaque(tag)));

const opaque = (tag: string): string => tag.trim().replace(/^W\//, '');
