import type { FieldFault } from '@job-scope/kernel';

export const PASSWORD_MIN_LENGTH = 12;
export const PASSWORD_MAX_LENGTH = 128;

/** One spelling for what different keyboards send for the same characters (NIST SP 800-63B §3.1.1.2). */
export const normalisePassword = (password: string): string => password.normalize('NFKC');

/**
 * What is wrong with a new password. Length is what counts: no rule about kinds of characters, and every character is
 * allowed. Lengths are in code points of the normalised password.
 */
export const passwordFaults = (password: string, email: string): readonly FieldFault[] => {
  const length = [...normalisePassword(password)].length;
  const fault = (message: string): FieldFault => ({ pointer: '/password', message });
  return [
    ...(length < PASSWORD_MIN_LENGTH ? [fault(`must have at least ${PASSWORD_MIN_LENGTH} characters`)] : []),
    ...(length > PASSWORD_MAX_LENGTH ? [fault(`must have at most ${PASSWORD_MAX_LENGTH} characters`)] : []),
    ...(normalisePassword(password).toLowerCase() === email ? [fault('must not be the e-mail address')] : []),
  ];
};
