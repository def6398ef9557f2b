import type { SourceFailure } from '@job-scope/vacancies-ports';
import type { Exchange } from './http-exchange';

const SHORTEST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 86_400_000;

/** What a 429 means. `attempt` counts from 0 and stretches the pause after one that names none. */
export const rateLimited = (detail: string, refusal: Exchange, now: Date, attempt: number): SourceFailure => ({
  code: 'source.rate-limited',
  detail,
  retryAfterMs: pauseOf(refusal.retryAfter, now, attempt),
});

const REQUEST_TIMEOUT = 408;

/** What it means that a source which is open to all does not answer as it should. @param status what the source says it is */
export const refusalOf = (
  detail: string,
  status: number | undefined,
  exchange: Exchange,
  now: Date,
  attempt: number,
): SourceFailure => {
  if (status === 429) return rateLimited(detail, exchange, now, attempt);
  if (status === 401) return { code: 'source.unauthorized', cause: 'token', detail };
  // The data is open: whoever refuses keeps us out.
  if (status === 403 || status === 451) return { code: 'source.blocked', cause: 'guard', detail };
  if (status !== undefined && status >= 400 && status < 500 && status !== REQUEST_TIMEOUT) {
    return { code: 'source.query-refused', detail };
  }
  return { code: 'source.unavailable', detail };
};

/** RFC 9110 §10.2.3: seconds or a date. */
const pauseOf = (retryAfter: string | null, now: Date, attempt: number): number => {
  const asked = /^\d+$/.test(retryAfter ?? '')
    ? Number(retryAfter) * 1000
    : Date.parse(retryAfter ?? '') - now.getTime();
  if (Number.isNaN(asked)) return SHORTEST_PAUSE_MS * 2 ** attempt;
  return Math.min(Math.max(asked, 0), LONGEST_PAUSE_MS);
};

/** Network errors say in `code` what went wrong and in `message` sometimes nothing. */
export const reasonOf = (error: unknown): string => {
  const { code, message } = error as { code?: unknown; message?: unknown };
  return [code, message].filter((part) => typeof part === 'string' && part !== '').join(' ');
};
