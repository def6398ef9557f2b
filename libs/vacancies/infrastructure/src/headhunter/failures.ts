import type { SourceFailure } from '@job-scope/vacancies-ports';
import { rateLimited } from '../http-source/failures';
import type { Exchange } from '../http-source/http-exchange';

/** Beyond the depth that the API shows of one search. */
export interface TooDeep {
  readonly code: 'headhunter.too-deep';
  readonly detail: string;
}

/** The token that was sent is none, or no longer one. */
export interface TokenRefused {
  readonly code: 'headhunter.token-refused';
  readonly detail: string;
}

/** There is no such thing, or no longer. */
export interface NotFound {
  readonly code: 'headhunter.not-found';
  readonly detail: string;
}

interface ApiError {
  readonly type: string;
  readonly value: string;
}

export type RequestFailure = SourceFailure | TooDeep | TokenRefused | NotFound;

/** The errors of an answer; clients switch on `type`, never on the description. A 200 can carry some, too. */
export const errorsOf = (body: unknown): readonly ApiError[] => {
  const errors = (body as { errors?: unknown } | null | undefined)?.errors;
  if (!Array.isArray(errors)) return [];
  return errors.map((error: Partial<Record<string, unknown>> | null) => ({
    type: String(error?.['type'] ?? 'unknown'),
    value: String(error?.['value'] ?? ''),
  }));
};

/** What a refused request means. `attempt` counts from 0 and stretches the pause after a 429 that names none. */
export const classify = (refusal: Exchange, now: Date, attempt: number): RequestFailure => {
  const { status, body } = refusal;
  const errors = errorsOf(body);
  const detail = `HeadHunter answered ${[status, ...errors.map(({ type, value }) => `${type} ${value}`.trim())].join(', ')}`;
  const has = (type: string) => errors.some((error) => error.type === type);
  if (status === 429) return rateLimited(detail, refusal, now, attempt);
  if (has('captcha_required')) return { code: 'source.blocked', cause: 'captcha', detail: detail + solvedAt(body) };
  if (has('forbidden')) return { code: 'source.blocked', cause: 'ban', detail };
  if (status === 401 || errors.some(({ type, value }) => type === 'oauth' && DEAD_TOKEN.has(value))) {
    return { code: 'headhunter.token-refused', detail };
  }
  if (has('oauth')) return { code: 'source.unauthorized', cause: 'token', detail };
  if (has('api_access_payment')) return { code: 'source.unauthorized', cause: 'payment', detail };
  if (has('bad_user_agent')) return { code: 'source.unauthorized', cause: 'user-agent', detail };
  // Without an API error it is the guard before the API (ddos-guard, a geo-block) that refuses.
  if (status === 403 || status === 451) return { code: 'source.blocked', cause: 'guard', detail };
  if (status === 400 && errors.some(({ value }) => value === 'page')) return { code: 'headhunter.too-deep', detail };
  if (status === 404) return { code: 'headhunter.not-found', detail };
  if (status >= 400 && status < 500 && status !== REQUEST_TIMEOUT) return { code: 'source.query-refused', detail };
  return { code: 'source.unavailable', detail };
};

/** Where a person can solve the captcha: either address may be missing. */
const solvedAt = (body: unknown): string => {
  const { errors } = body as { errors: readonly ({ captcha_url?: unknown; fallback_url?: unknown } | null)[] };
  const url = errors
    .flatMap((error) => [error?.captcha_url, error?.fallback_url])
    .find((each) => typeof each === 'string');
  return url === undefined ? '' : `, to be solved at ${url}`;
};

/** What a new token helps against. */
const DEAD_TOKEN = new Set(['token_revoked', 'token_expired', 'bad_authorization']);
const REQUEST_TIMEOUT = 408;
