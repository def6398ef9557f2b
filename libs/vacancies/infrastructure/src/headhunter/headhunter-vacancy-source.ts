import { err, ok, type CancelSignal, type Clock, type Result } from '@job-scope/kernel';
import type {
  RequestQuota,
  SourceFailure,
  SourcePage,
  SourcePageRequest,
  SourceRequestBudget,
  Split,
  SplitRequest,
  VacancyInquiry,
  VacancySource,
} from '@job-scope/vacancies-ports';
import { withAbortSignal } from '../abort-signal';
import { understandAll } from '../http-source/understand';
import { AuthorisedRequests } from './authorised-requests';
import { HeadHunterDirectories } from './directories';
import { HeadHunterClient } from './headhunter-client';
import { HeadHunterInquiry } from './headhunter-inquiry';
import { mapVacancy } from './map-vacancy';
import type { HeadHunterOptions } from './options';
import { PER_PAGE, searchParams } from './search-params';
import { splitSlice } from './split-slice';

interface SearchAnswer {
  readonly items: readonly unknown[];
  readonly found: number;
  /** Already capped to the depth that the API shows; `found` is not. */
  readonly pages: number;
}

/** HeadHunter's vacancy search. The cursor is the number of the page, from 0. */
export class HeadHunterVacancySource implements VacancySource {
  readonly name = 'headhunter';
  private readonly requests: AuthorisedRequests;
  readonly inquiry: VacancyInquiry;
  private readonly directories: HeadHunterDirectories;

  constructor(
    options: HeadHunterOptions,
    budget: SourceRequestBudget,
    private readonly clock: Clock,
  ) {
    const client = new HeadHunterClient(options, budget, clock);
    this.requests = new AuthorisedRequests(client, options.tokens);
    this.inquiry = new HeadHunterInquiry(this.requests, options.fetchDetails ?? true);
    this.directories = new HeadHunterDirectories(client, clock);
  }

  async page(
    request: SourcePageRequest,
    signal: CancelSignal,
    quota?: RequestQuota,
  ): Promise<Result<SourcePage, SourceFailure>> {
    const page = pageOf(request.cursor);
    const params = searchParams(request, page);
    const { result, requests, throttled } = await withAbortSignal(signal, (abort) =>
      this.requests.get('vacancies', params, abort, quota),
    );
    if (result.ok) return toPage(result.value, page, { requests, throttled });
    const { error } = result;
    if (error.code === 'headhunter.not-found')
      return err({ code: 'source.query-refused', detail: error.detail, requests });
    if (error.code !== 'headhunter.too-deep') return err(error);
    // The list ends here for us, wherever it really ends. That it goes on was said by the pages before.
    const found = page * PER_PAGE;
    return ok({ vacancies: [], rejected: [], found: found + 1, reachable: found, next: null, requests });
  }

  split(
    { query, slice }: SplitRequest,
    signal: CancelSignal,
    quota?: RequestQuota,
  ): Promise<Result<Split, SourceFailure>> {
    return withAbortSignal(signal, async (abort) => {
      let requests = 0;
      try {
        const slices = await splitSlice(query, slice, this.clock.now(), async () => {
          const answer = await this.directories.read(abort, quota);
          requests += answer.requests;
          if (!answer.result.ok) throw new SplitFailed(answer.result.error);
          return answer.result.value;
        });
        return ok({ slices, requests });
      } catch (error) {
        if (error instanceof SplitFailed) return err(error.failure);
        throw error;
      }
    });
  }
}

/** The directories could not be read. */
class SplitFailed extends Error {
  constructor(readonly failure: SourceFailure) {
    super(failure.detail);
  }
}

const pageOf = (cursor: string | null): number => {
  if (cursor === null) return 0;
  if (!/^\d{1,6}$/.test(cursor)) throw new Error(`not a cursor of HeadHunter: ${cursor}`);
  return Number(cursor);
};

const toPage = (
  body: unknown,
  page: number,
  cost: Pick<SourcePage, 'requests' | 'throttled'>,
): Result<SourcePage, SourceFailure> => {
  if (!isSearchAnswer(body)) {
    return err({
      code: 'source.unavailable',
      detail: 'HeadHunter answered something else than a list of vacancies',
      ...cost,
    });
  }
  const { found, pages } = body;
  const isLast = page + 1 >= pages || body.items.length === 0;
  const next = isLast ? null : String(page + 1);
  return ok({ ...understandAll(body.items, mapVacancy), found, reachable: reachableOf(found, pages), next, ...cost });
};

/** `pages` is capped to the depth that the API shows: with fewer than `found` fills, the rest is out of reach. */
const reachableOf = (found: number, pages: number): number => Math.min(found, pages * PER_PAGE);

const isSearchAnswer = (body: unknown): body is SearchAnswer => {
  const { items, found, pages } = (body ?? {}) as Partial<Record<string, unknown>>;
  return Array.isArray(items) && Number.isInteger(found) && Number.isInteger(pages);
};
