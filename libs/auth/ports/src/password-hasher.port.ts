import { portToken } from '@job-scope/kernel';

export interface PasswordHasher {
  hash(password: string): Promise<string>;
  /** With no hash to compare with (unknown user) it takes as long, and says no. */
  verify(password: string, hash: string | undefined): Promise<boolean>;
}

export const PASSWORD_HASHER = portToken<PasswordHasher>('auth/PasswordHasher');
