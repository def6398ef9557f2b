import { err, type CancelSignal, type Result } from '@job-scope/kernel';
import type {
  InquiredVacancy,
  InquiryAnswer,
  RequestQuota,
  SourceFailure,
  VacancyInquiry,
} from '@job-scope/vacancies-ports';
import { inquire } from '../http-source/inquire';
import type { SourceClient } from '../http-source/source-client';
import { HEADERS, jobUrl } from './boards';
import { readAnswer } from './failures';
import type { JobOnBoard } from './map-vacancy';

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
    if (!board) {
      return err({ code: 'source.query-refused', detail: 'Greenhouse has jobs only on their boards' });
    }
    const question = {
      ...{ url: jobUrl(this.baseUrl, board, sourceId), headers: HEADERS, read: readAnswer(board) },
      stateIn: (body: unknown) => stateIn(body, sourceId),
      otherwise: `Greenhouse answered something else than job ${sourceId} of the board ${board}`,
    };
    return inquire(this.client, question, signal, quota);
  }
}

const stateIn = (body: unknown, sourceId: string): 'active' | 'gone' | undefined => {
  if (body === null) return 'gone';
  return String((body as { id?: unknown } | undefined)?.id) === sourceId ? 'active' : undefined;
};
