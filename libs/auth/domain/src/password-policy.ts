import type { FieldFault } from '@job-scope/kernel';

export const PASSWORD_MIN_LENGTH = 12;
export const PASSWORD_MAX_LENGTH = 128;
/** Fewer make a pattern that is tried first, such as `aaaaaaaaaaaa` or `121212121212`. */
const LEAST_DIFFERENT_CHARACTERS = 5;

/** One spelling for what different keyboards send for the same characters (NIST SP 800-63B §3.1.1.2). */
export const normalisePassword = (password: string): string => password.normalize('NFKC');

export interface PasswordCandidate {
  readonly password: string;
  readonly email: string;
  /** Whether the password is among the commonest of the world. */
  readonly common: boolean;
  /** Where the password stands in the input. */
  readonly pointer: string;
}

/**
 * What is wrong with a new password. Length is what counts: no rule about kinds of characters, and every character is
 * allowed. Lengths are in code points of the normalised password.
 */
export const passwordFaults = ({ password, email, common, pointer }: PasswordCandidate): readonly FieldFault[] => {
  const characters = [...normalisePassword(password)];
  const fault = (message: string): FieldFault => ({ pointer, message });
  return [
    ...(characters.length < PASSWORD_MIN_LENGTH ? [fault(`must have at least ${PASSWORD_MIN_LENGTH} characters`)] : []),
    ...(characters.length > PASSWORD_MAX_LENGTH ? [fault(`must have at most ${PASSWORD_MAX_LENGTH} characters`)] : []),
    ...(isTooUniform(characters) || common ? [fault('is one of those that are tried first: choose another')] : []),
    ...(characters.join('').toLowerCase() === email ? [fault('must not be the e-mail address')] : []),
  ];
};

const isTooUniform = (characters: readonly string[]): boolean =>
  characters.length >= PASSWORD_MIN_LENGTH && new Set(characters).size < LEAST_DIFFERENT_CHARACTERS;
