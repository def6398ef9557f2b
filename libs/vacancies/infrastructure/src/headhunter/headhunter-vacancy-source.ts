import { err, ok, type CancelSignal, type Clock, type Result } from '@job-scope/kernel';
import type { VacancySnapshot } from '@job-scope/vacancies-domain';
import type {
  RejectedItem,
  SourceFailure,
  SourcePage,
  SourcePageRequest,
  SourceRequestBudget,
  VacancySource,
} from '@job-scope/vacancies-ports';
import { withAbortSignal } from '../abort-signal';
import { HeadHunterClient } from './headhunter-client';
import { mapVacancy } from './map-vacancy';
import type { HeadHunterOptions } from './options';
import { PER_PAGE, searchParams } from './search-params';

interface SearchAnswer {
  readonly items: readonly unknown[];
  readonly found: number;
  /** Already capped to the depth that the API shows; `found` is not. */
  readonly pages: number;
}

/** HeadHunter's vacancy search. The cursor is the number of the page, from 0. */
export class HeadHunterVacancySource implements VacancySource {
  readonly name = 'headhunter';
  private readonly client: HeadHunterClient;

  constructor(options: HeadHunterOptions, budget: SourceRequestBudget, clock: Clock) {
    this.client = new HeadHunterClient(options, budget, clock);
  }

  async page(request: SourcePageRequest, signal: CancelSignal): Promise<Result<SourcePage, SourceFailure>> {
    const page = pageOf(request.cursor);
    const params = searchParams(request, page);
    const { result, requests } = await withAbortSignal(signal, (abort) => this.client.get('vacancies', params, abort));
    if (result.ok) return toPage(result.value, page, requests);
    if (result.error.code !== 'headhunter.too-deep') return err(result.error);
    // The list ends here for us, wherever it really ends. That it goes on was said by the pages before.
    return ok({ vacancies: [], rejected: [], found: page * PER_PAGE, next: null, requests });
  }
}

const pageOf = (cursor: string | null): number => {
  if (cursor === null) return 0;
  if (!/^\d{1,6}$/.test(cursor)) throw new Error(`not a cursor of HeadHunter: ${cursor}`);
  return Number(cursor);
};

const toPage = (body: unknown, page: number, requests: number): Result<SourcePage, SourceFailure> => {
  if (!isSearchAnswer(body)) {
    return err({ code: 'source.unavailable', detail: 'HeadHunter answered something else than a list of vacancies' });
  }
  const vacancies: VacancySnapshot[] = [];
  const rejected: RejectedItem[] = [];
  for (const item of body.items) {
    const vacancy = mapVacancy(item);
    if (vacancy.ok) vacancies.push(vacancy.value);
    else rejected.push({ sourceId: vacancy.error.sourceId, reason: vacancy.error.reason });
  }
  const isLast = page + 1 >= body.pages || body.items.length === 0;
  return ok({ vacancies, rejected, found: body.found, next: isLast ? null : String(page + 1), requests });
};

const isSearchAnswer = (body: unknown): body is SearchAnswer => {
  const { items, found, pages } = (body ?? {}) as Partial<Record<string, unknown>>;
  return Array.isArray(items) && Number.isInteger(found) && Number.isInteger(pages);
};
