import { portToken } from '@job-scope/kernel';
import type { SigningKey } from '@job-scope/auth-domain';

export interface SigningKeyReader {
  /** The whole ring, oldest first. */
  readRing(): Promise<readonly SigningKey[]>;
}

export const SIGNING_KEY_READER = portToken<SigningKeyReader>('auth/SigningKeyReader');
