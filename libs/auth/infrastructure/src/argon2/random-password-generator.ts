import type { PasswordGenerator } from '@job-scope/auth-ports';
import { randomBytes } from 'node:crypto';

/** 144 random bits as 24 characters that need no quoting anywhere. */
export class RandomPasswordGenerator implements PasswordGenerator {
  generate(): string {
    return randomBytes(18).toString('base64url');
  }
}
