import type { ProblemException } from '@job-scope/platform-nest';
import type { AuthServiceAnswer } from '../auth-service-client';
import type { Texts } from './texts';

/** Why a form could not be done as asked, in the reader's words. */
export interface FormFailure {
  readonly status: number;
  /** Seconds, as a header's value. */
  readonly retryAfter?: string;
  readonly message: string;
  /** By the name of the field. */
  readonly faults: Readonly<Record<string, string>>;
}

/** What auth-service says in its own words, by code: the page has the reader's. */
const MESSAGES: Readonly<Record<string, keyof Texts>> = {
  'auth.invalid-credentials': 'wrongCredentials',
  'auth.link-invalid': 'linkInvalid',
  'auth.wrong-password': 'wrongPassword',
  'users.invalid': 'checkFields',
  'validation-failed': 'checkFields',
};

interface Problem {
  readonly code?: unknown;
  readonly errors?: readonly { readonly pointer?: unknown }[];
}

/** `faults` is what to say of a field that auth-service points at; of others only the message speaks. */
export const failureOf = (
  { status, retryAfter, body }: AuthServiceAnswer,
  texts: Texts,
  faults: Readonly<Record<string, string>>,
): FormFailure => {
  if (status === 429) return tooMany(retryAfter, texts);
  if (status >= 500) return outage(retryAfter, texts);
  const { code, errors = [] } = (body ?? {}) as Problem;
  const fields = Object.entries(faults).filter(([name]) => errors.some(({ pointer }) => pointer === `/${name}`));
  return { status, message: texts[MESSAGES[String(code)] ?? 'refused'], faults: Object.fromEntries(fields) };
};

/** Auth-service could not be asked. */
export const outageOf = ({ headers }: ProblemException, texts: Texts): FormFailure =>
  outage(headers['retry-after'], texts);

const outage = (retryAfter = '5', texts: Texts): FormFailure => ({
  status: 503,
  retryAfter,
  message: texts.unavailable,
  faults: {},
});

const tooMany = (retryAfter = '60', texts: Texts): FormFailure => ({
  status: 429,
  retryAfter,
  message: `${texts.tooMany} ${Math.ceil(Number(retryAfter) / 60)}.`,
  faults: {},
});
