import { portToken } from '@job-scope/kernel';

export interface PasswordGenerator {
  /** A random password no one can guess (at least 128 bits), easy to copy. */
  generate(): string;
}

export const PASSWORD_GENERATOR = portToken<PasswordGenerator>('auth/PasswordGenerator');
