import { err, ok, type Result } from '@job-scope/kernel';
import type { SourceFailure } from '@job-scope/vacancies-ports';
import { rateLimited } from '../http-source/failures';
import type { Exchange } from '../http-source/http-exchange';

const REQUEST_TIMEOUT = 408;

/** The body of an answer, or what its refusal means. The portal puts its status into the body too, and that one counts. */
export const readAnswer = (exchange: Exchange, now: Date, attempt: number): Result<unknown, SourceFailure> => {
  const { body } = exchange;
  const status = exchange.status === 200 ? statusIn(body) : exchange.status;
  if (status === 200) return ok(body);
  const detail = `Trudvsem answered ${status ?? 'something else than JSON'}`;
  if (status === 429) return err(rateLimited(detail, exchange, now, attempt));
  if (status === 401) return err({ code: 'source.unauthorized', detail });
  // The data is open to all: whoever refuses keeps us out.
  if (status === 403 || status === 451) return err({ code: 'source.blocked', detail });
  if (status !== undefined && status >= 400 && status < 500 && status !== REQUEST_TIMEOUT) {
    return err({ code: 'source.query-refused', detail });
  }
  return err({ code: 'source.unavailable', detail });
};

const statusIn = (body: unknown): number | undefined => {
  const status = Number((body as { status?: unknown } | null | undefined)?.status);
  return Number.isInteger(status) ? status : undefined;
};
