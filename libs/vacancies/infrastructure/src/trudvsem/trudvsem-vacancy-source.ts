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
import { SourceClient } from '../http-source/source-client';
import { understandAll } from '../http-source/understand';
import { readAnswer } from './failures';
import { listIn } from './list-in';
import { mapVacancy } from './map-vacancy';
import type { TrudvsemOptions } from './options';
import { HEADERS, PAGES, PER_PAGE, searchUrl } from './search-request';
import { splitSlice } from './split-slice';
import { TrudvsemInquiry } from './trudvsem-inquiry';

/** The open data of the state's portal. The cursor is the number of the page, from 0. */
export class TrudvsemVacancySource implements VacancySource {
  readonly name = 'trudvsem';
  readonly inquiry: VacancyInquiry;
  private readonly client: SourceClient;

  constructor(
    private readonly options: TrudvsemOptions,
    budget: SourceRequestBudget,
    private readonly clock: Clock,
  ) {
    this.client = new SourceClient(this.name, 'Trudvsem', options, budget, clock);
    this.inquiry = new TrudvsemInquiry(this.client, options.baseUrl);
  }

  async page(
    request: SourcePageRequest,
    signal: CancelSignal,
    quota?: RequestQuota,
  ): Promise<Result<SourcePage, SourceFailure>> {
    const page = pageOf(request.cursor);
    const url = searchUrl(this.options.baseUrl, request, page);
    const { result, ...cost } = await withAbortSignal(signal, (abort) =>
      this.client.get({ url, headers: HEADERS, read: readAnswer }, abort, quota),
    );
    return result.ok ? toPage(result.value, page, cost) : result;
  }

  /** Costs no request. */
  async split({ query, slice }: SplitRequest, signal: CancelSignal): Promise<Result<Split, SourceFailure>> {
    if (signal.aborted) throw new DOMException('The split was cancelled', 'AbortError');
    return ok({ slices: splitSlice(query, slice, this.clock.now()), requests: 0 });
  }
}

const pageOf = (cursor: string | null): number => {
  if (cursor === null) return 0;
  if (!/^\d{1,2}$/.test(cursor)) throw new Error(`not a cursor of Trudvsem: ${cursor}`);
  return Number(cursor);
};

const vacancyIn = (entry: unknown) => (entry as { vacancy?: unknown } | null)?.vacancy;

const toPage = (
  body: unknown,
  page: number,
  cost: Pick<SourcePage, 'requests' | 'throttled'>,
): Result<SourcePage, SourceFailure> => {
  const list = listIn(body);
  if (!list) {
    return err({
      code: 'source.unavailable',
      detail: 'Trudvsem answered something else than a list of vacancies',
      ...cost,
    });
  }
  const { total: found } = list;
  const shown = Math.ceil(found / PER_PAGE);
  const isLast = page + 1 >= Math.min(shown, PAGES) || list.entries.length === 0;
  const next = isLast ? null : String(page + 1);
  return ok({
    ...understandAll(list.entries.map(vacancyIn), mapVacancy),
    found,
    reachable: Math.min(found, PAGES * PER_PAGE),
    next,
    ...cost,
  });
};
