import { portToken } from '@job-scope/kernel';
import type { NewKeyPair } from '@job-scope/auth-domain';

export interface KeyPairMaker {
  /** A fresh ES256 pair, its private half already encrypted. */
  make(): Promise<NewKeyPair>;
}

export const KEY_PAIR_MAKER = portToken<KeyPairMaker>('auth/KeyPairMaker');
