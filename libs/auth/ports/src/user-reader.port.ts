import { portToken } from '@job-scope/kernel';
import type { User } from '@job-scope/auth-domain';

/** Reads users outside any transaction: none may be held open while a password is hashed. */
export interface UserReader {
  findById(id: string): Promise<User | undefined>;
  /** `email` as `normaliseEmail` spells it. */
  findByEmail(email: string): Promise<User | undefined>;
}

export const USER_READER = portToken<UserReader>('auth/UserReader');
