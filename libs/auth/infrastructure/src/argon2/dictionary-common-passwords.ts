import { PASSWORD_MIN_LENGTH } from '@job-scope/auth-domain';
import type { CommonPasswords } from '@job-scope/auth-ports';
import { dictionary } from '@zxcvbn-ts/language-common';

/** The 49,000 commonest passwords of zxcvbn; shorter ones than the policy allows are not kept. */
export class DictionaryCommonPasswords implements CommonPasswords {
  private readonly known = new Set(
    dictionary['passwords-common'].map(String).filter((password) => password.length >= PASSWORD_MIN_LENGTH),
  );

  has(password: string): boolean {
    return this.known.has(password.toLowerCase());
  }
}
