import type { CancelSignal, Result } from '@job-scope/kernel';
import { EVERYTHING } from '@job-scope/vacancies-domain';
import type {
  RequestQuota,
  SourceFailure,
  SourcePage,
  SourcePageRequest,
  VacancySource,
} from '@job-scope/vacancies-ports';

/** One page, with what was asked for it. */
export interface ShownPage {
  readonly request: SourcePageRequest;
  readonly page: SourcePage;
}

export interface SourceWalk {
  /** Of windows that the source shows in full, in the order in which they were asked for. */
  readonly shown: readonly ShownPage[];
  /** All that it has cost, by what the source said. */
  readonly requests: number;
}

const ALL: SourcePageRequest = { query: {}, slice: EVERYTHING, cursor: null };
const NEVER = new AbortController().signal;

/** Everything that a source has for a request, by following its pages and splits as a collection does. */
export const walkSource = async (source: VacancySource, from: Partial<SourcePageRequest> = {}): Promise<SourceWalk> => {
  const shown: ShownPage[] = [];
  const open: SourcePageRequest[] = [{ ...ALL, ...from }];
  let requests = 0;
  for (let request = open.shift(); request; request = open.shift()) {
    const page = valueOf(await source.page(request, NEVER));
    requests += page.requests;
    if (page.found > page.reachable) {
      const split = valueOf(await source.split(request, NEVER));
      requests += split.requests;
      open.push(...split.slices.map((slice) => ({ ...ALL, query: request.query, slice })));
    } else {
      shown.push({ request, page });
      if (page.next !== null) open.unshift({ ...request, cursor: page.next });
    }
  }
  return { shown, requests };
};

/** The first page that costs a request. What is split at once was asked of nobody. */
export const firstPage = async (
  source: VacancySource,
  signal: CancelSignal = NEVER,
  request: SourcePageRequest = ALL,
  quota?: RequestQuota,
): Promise<Result<SourcePage, SourceFailure>> => {
  const page = await source.page(request, signal, quota);
  if (!page.ok || page.value.requests > 0) return page;
  const split = await source.split(request, signal, quota);
  if (!split.ok) return split;
  const [slice] = split.value.slices;
  if (!slice) throw new Error('a page that costs nothing is split into nothing');
  return firstPage(source, signal, { ...request, slice }, quota);
};

export const valueOf = <Value>(result: Result<Value, SourceFailure>): Value => {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.detail}`);
  return result.value;
};

/** Identifiers in the order in which they were shown, repeated ones too. */
export const shownIds = (shown: readonly ShownPage[]): readonly string[] =>
  shown.flatMap(({ page }) => page.vacancies.map(({ sourceId }) => sourceId));
