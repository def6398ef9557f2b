import { portToken } from '@job-scope/kernel';

export interface PasswordHasher {
  hash(password: string): Promise<string>;
  /** With no hash to compare with (unknown user) it takes as long, and says no. */
  verify(password: string, hash: string | undefined): Promise<boolean>;
  /** Whether the hash was made with other parameters than today's. */
  isOutdated(hash: string): boolean;
}

export const PASSWORD_HASHER = portToken<PasswordHasher>('auth/PasswordHasher');

export interface CommonPasswords {
  /** Whether the password is among the commonest of the world, in whatever case it is written. */
  has(password: string): boolean;
}

export const COMMON_PASSWORDS = portToken<CommonPasswords>('auth/CommonPasswords');
