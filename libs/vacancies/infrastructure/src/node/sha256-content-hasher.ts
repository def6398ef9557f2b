import { hash } from 'node:crypto';
import type { ContentHasher } from '@job-scope/vacancies-ports';

/** SHA-256 in base64url: 43 characters. */
export class Sha256ContentHasher implements ContentHasher {
  hash(text: string): string {
    return hash('sha256', text, 'base64url');
  }
}
