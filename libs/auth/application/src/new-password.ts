import { normalisePassword, passwordFaults } from '@job-scope/auth-domain';
import type { FieldFault } from '@job-scope/kernel';
import type { CommonPasswords } from '@job-scope/auth-ports';

/** What speaks against a password that somebody wants to have. `pointer` is where it stands in the input. */
export const newPasswordFaults = (
  commonPasswords: CommonPasswords,
  password: string,
  email: string,
  pointer: string,
): readonly FieldFault[] =>
  passwordFaults({ password, email, common: commonPasswords.has(normalisePassword(password)), pointer });
