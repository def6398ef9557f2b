import { err, ok, type CancelSignal, type Result } from '@job-scope/kernel';
import type {
  InquiredVacancy,
  InquiryAnswer,
  RequestQuota,
  SourceFailure,
  VacancyInquiry,
} from '@job-scope/vacancies-ports';
import { withAbortSignal } from '../abort-signal';
import type { AuthorisedRequests } from './authorised-requests';
import { mapDetails } from './map-details';

const NO_PARAMETERS = new URLSearchParams();

/**
 * HeadHunter's answers about single vacancies. Only they have the whole description and the skills. A vacancy that was
 * closed stays there for a while, marked as archived; one that is not found is gone.
 */
export class HeadHunterInquiry implements VacancyInquiry {
  constructor(
    private readonly requests: AuthorisedRequests,
    readonly completesLists: boolean,
  ) {}

  async ask(
    { sourceId }: InquiredVacancy,
    signal: CancelSignal,
    quota?: RequestQuota,
  ): Promise<Result<InquiryAnswer, SourceFailure>> {
    const path = `vacancies/${encodeURIComponent(sourceId)}`;
    const { result, requests, throttled } = await withAbortSignal(signal, (abort) =>
      this.requests.get(path, NO_PARAMETERS, abort, quota),
    );
    const cost = { requests, throttled };
    if (result.ok) return toAnswer(sourceId, result.value, cost);
    const { error } = result;
    if (error.code === 'headhunter.not-found') return ok({ state: 'gone', told: null, rejected: null, ...cost });
    if (error.code !== 'headhunter.too-deep') return err(error);
    return err({ code: 'source.query-refused', detail: error.detail, ...cost });
  }
}

/** What it says of itself must be readable: whether it is still open is not to be guessed. */
const toAnswer = (
  sourceId: string,
  raw: unknown,
  cost: Pick<InquiryAnswer, 'requests' | 'throttled'>,
): Result<InquiryAnswer, SourceFailure> => {
  const { id, archived } = (raw ?? {}) as { id?: unknown; archived?: unknown };
  if (String(id) !== sourceId) {
    return err({
      code: 'source.unavailable',
      detail: `HeadHunter answered something else than vacancy ${sourceId}`,
      ...cost,
    });
  }
  const state = archived === true || archived === 'true' ? 'archived' : 'active';
  const details = mapDetails(raw);
  if (!details.ok) return ok({ state, told: null, rejected: { reason: details.error.reason, raw }, ...cost });
  return ok({ state, told: { details: details.value, raw }, rejected: null, ...cost });
};
