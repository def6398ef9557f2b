import { createHash } from 'node:crypto';

/** A weak entity tag: the same text always has the same one. */
export const entityTag = (text: string, prefix = ''): string =>
  `W/"${prefix}${createHash('sha256').update(text).digest('hex').slice(0, 16)}"`;
