import { err, ok, type Failure, type Result } from '@job-scope/kernel';

/** RFC 5321 §4.5.3.1.3: what fits into a mail path. */
const MAX_LENGTH = 254;
/** Control characters and halves of surrogate pairs are text that no database stores. */
const SHAPE = /^[^\s@\p{Cc}\p{Cs}]+@[^\s@\p{Cc}\p{Cs}]+\.[^\s@\p{Cc}\p{Cs}]+$/u;

/** The one spelling an address is stored and looked up by, so that `Ann@Example.com` and `ann@example.com` are one account. */
export const normaliseEmail = (text: string): Result<string, Failure<'user.email-invalid'>> => {
  const email = text.trim().normalize('NFC').toLowerCase();
  return email.length <= MAX_LENGTH && SHAPE.test(email)
    ? ok(email)
    : err({ code: 'user.email-invalid', fields: [{ pointer: '/email', message: 'must be an e-mail address' }] });
};
