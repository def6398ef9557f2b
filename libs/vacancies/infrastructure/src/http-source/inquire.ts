import { err, ok, type CancelSignal, type Result } from '@job-scope/kernel';
import type { InquiryAnswer, RequestQuota, SourceFailure } from '@job-scope/vacancies-ports';
import { withAbortSignal } from '../abort-signal';
import type { SourceClient, SourceRequest } from './source-client';

const NOT_FOUND = 404;

export interface VacancyQuestion extends Omit<SourceRequest<never>, 'kept'> {
  /** What the body says of the vacancy, which is null for "not found"; undefined if it is about something else. */
  stateIn(body: unknown): 'active' | 'gone' | undefined;
  /** For people: what was answered if it was about something else. */
  readonly otherwise: string;
}

/** Asks a source whose lists tell all that there is of a vacancy whether it still has one. */
export const inquire = async (
  client: SourceClient,
  { stateIn, otherwise, ...request }: VacancyQuestion,
  signal: CancelSignal,
  quota?: RequestQuota,
): Promise<Result<InquiryAnswer, SourceFailure>> => {
  const read: typeof request.read = (exchange, now, attempt) =>
    exchange.status === NOT_FOUND ? ok(null) : request.read(exchange, now, attempt);
  const { result, ...cost } = await withAbortSignal(signal, (abort) => client.get({ ...request, read }, abort, quota));
  if (!result.ok) return result;
  const state = stateIn(result.value);
  if (state !== undefined) return ok({ state, told: null, rejected: null, ...cost });
  return err({ code: 'source.unavailable', detail: otherwise, ...cost });
};
