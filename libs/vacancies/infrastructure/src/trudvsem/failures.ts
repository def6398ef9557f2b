import { err, ok, type Result } from '@job-scope/kernel';
import type { SourceFailure } from '@job-scope/vacancies-ports';
import { refusalOf } from '../http-source/failures';
import type { Exchange } from '../http-source/http-exchange';

/** The body of an answer, or what its refusal means. The portal puts its status into the body too, and that one counts. */
export const readAnswer = (exchange: Exchange, now: Date, attempt: number): Result<unknown, SourceFailure> => {
  const { body } = exchange;
  const status = exchange.status === 200 ? statusIn(body) : exchange.status;
  if (status === 200) return ok(body);
  const detail = `Trudvsem answered ${status ?? 'something else than JSON'}`;
  return err(refusalOf(detail, status, exchange, now, attempt));
};

const statusIn = (body: unknown): number | undefined => {
  const status = Number((body as { status?: unknown } | null | undefined)?.status);
  return Number.isInteger(status) ? status : undefined;
};
