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
import { readAnswer } from './failures';
import { listIn } from './list-in';
import { HEADERS, vacancyUrl } from './search-request';

/**
 * Whether the portal still has a vacancy. Its windows are of modification: one that is edited while a run is at it is in
 * none of them, although it is open.
 */
export class TrudvsemInquiry implements VacancyInquiry {
  /** Lists tell all that the portal knows of a vacancy. */
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
    const company = companyCodeIn(raw);
    if (company === undefined) {
      return err({ code: 'source.query-refused', detail: 'Trudvsem has vacancies only under their companies' });
    }
    const question = {
      ...{ url: vacancyUrl(this.baseUrl, company, sourceId), headers: HEADERS, read: readAnswer },
      stateIn: (body: unknown) => stateIn(body, sourceId),
      otherwise: `Trudvsem answered something else than vacancy ${sourceId}`,
    };
    return inquire(this.client, question, signal, quota);
  }
}

/** Null stands for "not found". */
const stateIn = (body: unknown, sourceId: string): 'active' | 'gone' | undefined => {
  const entries = body === null ? [] : listIn(body)?.entries;
  const [first] = entries ?? [];
  if (entries?.length === 0) return 'gone';
  return (first as { vacancy?: { id?: unknown } } | null | undefined)?.vacancy?.id === sourceId ? 'active' : undefined;
};

const companyCodeIn = (raw: unknown): string | undefined => {
  const { company } = (raw ?? {}) as { company?: { companycode?: unknown } | null };
  const code = company?.companycode;
  return typeof code === 'string' && code !== '' ? code : undefined;
};
