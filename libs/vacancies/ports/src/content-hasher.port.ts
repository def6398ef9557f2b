import { portToken } from '@job-scope/kernel';

/** Digests text; equal texts have equal digests, and others, for all that matters, do not. */
export interface ContentHasher {
  hash(text: string): string;
}

export const CONTENT_HASHER = portToken<ContentHasher>('vacancies/ContentHasher');
