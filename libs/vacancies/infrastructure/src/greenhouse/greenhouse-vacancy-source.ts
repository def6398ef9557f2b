import { err, ok, type CancelSignal, type Clock, type Result } from '@job-scope/kernel';
import type { Slice } from '@job-scope/vacancies-domain';
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
import { KeptAnswers } from '../http-source/kept-answers';
import { SourceClient } from '../http-source/source-client';
import { understandAll } from '../http-source/understand';
import { boardIn, boardsOf, HEADERS, jobsUrl, sliceOf } from './boards';
import { readAnswer } from './failures';
import { GreenhouseInquiry } from './greenhouse-inquiry';
import { mapVacancy } from './map-vacancy';
import type { GreenhouseOptions } from './options';

/**
 * Job boards of companies. All boards together are no list that could be asked for: the slice of everything is out of
 * reach, costs nothing, and is split into one slice for each board. A board is one answer, without pages. An answer is
 * kept with its entity tag; of a board that has not changed since, all vacancies are shown again, and so count as seen,
 * for one request without content.
 */
export class GreenhouseVacancySource implements VacancySource {
  readonly name = 'greenhouse';
  readonly inquiry: VacancyInquiry;
  private readonly client: SourceClient;
  private readonly kept = new KeptAnswers();

  constructor(
    private readonly options: GreenhouseOptions,
    budget: SourceRequestBudget,
    clock: Clock,
  ) {
    this.client = new SourceClient(this.name, 'Greenhouse', options, budget, clock);
    this.inquiry = new GreenhouseInquiry(this.client, options.baseUrl);
  }

  async page(
    { query, slice, cursor }: SourcePageRequest,
    signal: CancelSignal,
    quota?: RequestQuota,
  ): Promise<PageResult> {
    if (cursor !== null) throw new Error(`not a cursor of Greenhouse: ${cursor}`);
    throwIfAborted(signal);
    const board = boardIn(slice);
    if (board === undefined) return outOfReach(boardsOf(query, this.options.boards).length);
    const url = jobsUrl(this.options.baseUrl, board);
    const { result, ...cost } = await withAbortSignal(signal, (abort) =>
      this.client.get({ url, headers: HEADERS, kept: this.kept, read: readAnswer(board) }, abort, quota),
    );
    return result.ok ? toPage(result.value, board, cost) : result;
  }

  /** Costs no request. */
  async split({ query, slice }: SplitRequest, signal: CancelSignal): Promise<Result<Split, SourceFailure>> {
    throwIfAborted(signal);
    const boards = boardIn(slice) === undefined ? boardsOf(query, this.options.boards) : [];
    return ok({ slices: boards.map((board) => sliceOf(board, slice)), requests: 0 });
  }

  /** A board shows all that its company has. Of boards that are set no longer, or that a query has named, it tells nothing. */
  employersIn(slices: readonly Slice[]): readonly string[] {
    return slices.flatMap((slice) => boardIn(slice) ?? []);
  }
}

type PageResult = Result<SourcePage, SourceFailure>;

const throwIfAborted = ({ aborted }: CancelSignal): void => {
  if (aborted) throw new DOMException('The request was cancelled', 'AbortError');
};

/** Nothing is shown of it: at least one vacancy is taken to be on each board. */
const outOfReach = (boards: number): PageResult => {
  if (boards > 0) return ok({ vacancies: [], rejected: [], found: boards, reachable: 0, next: null, requests: 0 });
  return err({ code: 'source.query-refused', detail: 'no board of Greenhouse is set, and the query names none' });
};

const toPage = (body: unknown, board: string, cost: Pick<SourcePage, 'requests' | 'throttled'>): PageResult => {
  const { jobs, meta } = (body ?? {}) as { jobs?: unknown; meta?: { total?: unknown } | null };
  if (!Array.isArray(jobs)) {
    const detail = `Greenhouse answered something else than the jobs of the board ${board}`;
    return err({ code: 'source.unavailable', detail, ...cost });
  }
  const total = meta?.total;
  const found = typeof total === 'number' && Number.isInteger(total) ? total : jobs.length;
  const page = understandAll(
    jobs.map((job: unknown) => ({ board, job })),
    mapVacancy,
  );
  return ok({ ...page, found, reachable: found, next: null, ...cost });
};
