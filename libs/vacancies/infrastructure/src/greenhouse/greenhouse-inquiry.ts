import { err, ok, type CancelSignal, type Result } from '@job-scope/kernel';
import type {
  InquiredVacancy,
  InquiryAnswer,
  RequestQuota,
  SourceFailure,
  VacancyInquiry,
} from '@job-scope/vacancies-ports';
import { withAbortSignal } from '../abort-signal';
import type { Exchange } from '../http-source/http-exchange';
import type { SourceClient } from '../http-source/source-client';
import { HEADERS, jobUrl } from './boards';
import { readAnswer } from './failures';
import type { JobOnBoard } from './map-vacancy';

const NOT_FOUND = 404;

/** Whether a board still has a job: it may be on one that nobody asks for any more. */
export class GreenhouseInquiry implements VacancyInquiry {
  /** A board tells all that there is of its jobs. */
  readonly completesLists = false;

  constructor(
    private readonly client: SourceClient,
    private readonly baseUrl: string,
  ) {}

  async ask(
    { sourceId, raw }: InquiredVacancy,
    signal: CancelSignal,
    quota?: RequestQuota,
  ): Promise<Result<InquiryAnswer, SourceFailure>> {
    const { board } = (raw ?? {}) as Partial<JobOnBoard>;
    if (!board) return err({ code: 'source.query-refused', detail: 'Greenhouse has jobs only on their boards' });
    const read = (exchange: Exchange, now: Date, attempt: number) =>
      exchange.status === NOT_FOUND ? ok(null) : readAnswer(board)(exchange, now, attempt);
    const { result, ...cost } = await withAbortSignal(signal, (abort) =>
      this.client.get({ url: jobUrl(this.baseUrl, board, sourceId), headers: HEADERS, read }, abort, quota),
    );
    if (!result.ok) return result;
    if (result.value === null) return ok({ state: 'gone', told: null, rejected: null, ...cost });
    if (String((result.value as { id?: unknown } | undefined)?.id) === sourceId) {
      return ok({ state: 'active', told: null, rejected: null, ...cost });
    }
    const detail = `Greenhouse answered something else than job ${sourceId} of the board ${board}`;
    return err({ code: 'source.unavailable', detail, ...cost });
  }
}
