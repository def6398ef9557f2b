import type { SourceFailure } from '@job-scope/vacancies-ports';
import type { Exchange } from './http-exchange';

/** Beyond the depth that the API shows of one search. */
export interface TooDeep {
  readonly code: 'headhunter.too-deep';
  readonly detail: string;
}

interface ApiError {
  readonly type: string;
  readonly value: string;
}

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
export const classify = (refusal: Exchange, now: Date, attempt: number): SourceFailure | TooDeep => {
  const { status, body, retryAfter } = refusal;
  const errors = errorsOf(body);
  const detail = `HeadHunter answered ${[status, ...errors.map(({ type, value }) => `${type} ${value}`.trim())].join(', ')}`;
  const has = (type: string) => errors.some((error) => error.type === type);
  if (status === 429) {
    return { code: 'source.rate-limited', detail, retryAfterMs: pauseOf(retryAfter, now, attempt) };
  }
  if (has('captcha_required') || has('forbidden')) return { code: 'source.blocked', detail };
  if (has('oauth') || has('api_access_payment') || has('bad_user_agent') || status === 401) {
    return { code: 'source.unauthorized', detail };
  }
  // Without an API error it is the guard before the API (ddos-guard, a geo-block) that refuses.
  if (status === 403 || status === 451) return { code: 'source.blocked', detail };
  if (status === 400 && errors.some(({ value }) => value === 'page')) return { code: 'headhunter.too-deep', detail };
  if (status >= 400 && status < 500 && status !== REQUEST_TIMEOUT) return { code: 'source.query-refused', detail };
  return { code: 'source.unavailable', detail };
};

const REQUEST_TIMEOUT = 408;
const SHORTEST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 86_400_000;

/** RFC 9110 §10.2.3: seconds or a date. */
const pauseOf = (retryAfter: string | null, now: Date, attempt: number): number => {
  const asked = /^\d+$/.test(retryAfter ?? '')
    ? Number(retryAfter) * 1000
    : Date.parse(retryAfter ?? '') - now.getTime();
  if (Number.isNaN(asked)) return SHORTEST_PAUSE_MS * 2 ** attempt;
  return Math.min(Math.max(asked, 0), LONGEST_PAUSE_MS);
};
