import { errors, type Client } from '@elastic/elasticsearch';
import { err, ok, type Result } from '@job-scope/kernel';
import type { Logger } from '@job-scope/platform-nest';
import type {
  SearchFailure,
  Suggestion,
  VacancyHit,
  VacancyHits,
  VacancySearch,
  VacancySearchReader,
} from '@job-scope/vacancies-ports';
import { nextPosition, readPosition, type SearchPosition } from '../search-position';
import { toHit, type SearchDocument } from './search-document';
import { INDEX_VERSION, SEARCH_ALIAS } from './search-index';
import { searchBody, type SortKey } from './search-query';

/** A reader waits no longer than this for an answer: after it, search counts as unavailable. */
const PATIENCE_MS = 3000;

/** Searches the index behind the alias. What fails for want of Elasticsearch is a failure, not a fault. */
export class ElasticsearchVacancySearchReader implements VacancySearchReader {
  constructor(
    private readonly client: Client,
    private readonly logger: Logger,
    private readonly alias = SEARCH_ALIAS,
  ) {}

  async search(request: VacancySearch): Promise<Result<VacancyHits, SearchFailure>> {
    const sort: SortKey = request.sort === 'relevance' && request.text !== undefined ? 'relevance' : 'published';
    const list = `vacancies/elasticsearch-v${INDEX_VERSION}/${sort}`;
    const after = request.from && readPosition(list, request.from);
    if (request.from && !after) return err({ code: 'search.cursor-expired' });

    const answer = await this.ask(request, sort, after);
    if (!answer) return err({ code: 'search.unavailable' });
    const { hits, total } = answer.hits;
    const shown = hits.slice(0, request.limit);
    return ok({
      items: shown.flatMap(({ _source }) => (_source ? [toHit(_source)] : [])),
      next: nextPosition(list, positionOf(shown.at(-1)?.sort), hits.length > request.limit),
      total: { value: typeof total === 'object' ? total.value : (total ?? 0), exact: true },
      facets: {},
      degraded: false,
    });
  }

  suggest(): Promise<Result<readonly Suggestion[], SearchFailure>> {
    return Promise.resolve(ok([]));
  }

  similar(): Promise<Result<readonly VacancyHit[], SearchFailure>> {
    return Promise.resolve(ok([]));
  }

  /** Undefined when there is no whole answer in time. */
  private async ask(request: VacancySearch, sort: SortKey, after: SearchPosition | undefined) {
    try {
      return await this.client.search<SearchDocument>(
        { index: this.alias, allow_partial_search_results: false, ...searchBody(request, sort, after) },
        { requestTimeout: PATIENCE_MS, maxRetries: 0 },
      );
    } catch (error) {
      if (!isOutage(error)) throw error;
      this.logger.warn('Elasticsearch did not answer a search', { error });
      return undefined;
    }
  }
}

const positionOf = (sort: readonly unknown[] | undefined): SearchPosition | undefined =>
  sort && { key: Number(sort[0]), id: String(sort[1]) };

/** No answer, an answer that the engine could not give, or (404) an index that no worker has made yet. */
const isOutage = (error: unknown): boolean => {
  if (error instanceof errors.ResponseError) {
    const { statusCode = 0 } = error;
    return statusCode >= 500 || [404, 408, 429].includes(statusCode);
  }
  return [errors.ConnectionError, errors.TimeoutError, errors.NoLivingConnectionsError].some(
    (Outage) => error instanceof Outage,
  );
};
