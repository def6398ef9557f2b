import { portToken } from '@job-scope/kernel';
import type { PublicJwk } from '@job-scope/auth-domain';

/** The public keys access tokens are verified with. */
export interface VerificationKeys {
  /** The key of that id, asked for anew if it is not known yet; undefined if there is none. Rejects if no key is known at all. */
  find(kid: string): Promise<PublicJwk | undefined>;
  /** Whether the key is still published, as far as is known here. */
  has(kid: string): boolean;
}

export const VERIFICATION_KEYS = portToken<VerificationKeys>('auth/VerificationKeys');
