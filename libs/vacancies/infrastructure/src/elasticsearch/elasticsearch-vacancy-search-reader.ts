import { errors, type Client, type estypes } from '@elastic/elasticsearch';
import { err, ok, type Result } from '@job-scope/kernel';
import type { Logger } from '@job-scope/platform-nest';
import type { Vacancy } from '@job-scope/vacancies-domain';
import {
  MAX_RANKED,
  type SearchFailure,
  type Suggestion,
  type Told,
  type VacancyHit,
  type VacancyHits,
  type VacancySearch,
  type VacancySearchReader,
} from '@job-scope/vacancies-ports';
import { hash } from 'node:crypto';
import { distanceBetween } from '../geo';
import { nextPosition } from '../search-position';
import { correctionsRequest, NO_CORRECTIONS, readCorrections, type Corrections } from './corrections';

import { readAliasOf } from './index-set';
import { toHit, type HitDocument } from './search-document';
import { readFacets } from './search-facets';
import { readHighlights } from './search-highlights';
import { SEARCH_ALIAS } from './search-index';
import { hasEnd, listOf, positionIn, positionOf, searchAfter, sortingOf, sortOf } from './search-order';
import { searchBody } from './search-query';
import { understandText } from './search-words';
import { similarBody } from './similar-query';
import { readSuggestions, suggestionsBody } from './suggestions';

/** A reader waits no longer than this for an answer: after it, search counts as unavailable. */
const PATIENCE_MS = 3000;

const UNAVAILABLE = err({ code: 'search.unavailable' } as const);

/** Searches the index behind the alias. What fails for want of Elasticsearch is a failure, not a fault. */
export class ElasticsearchVacancySearchReader implements VacancySearchReader {
  private readonly index: string;

  constructor(
    private readonly client: Client,
    private readonly logger: Logger,
    base = SEARCH_ALIAS,
    private readonly maxRanked = MAX_RANKED,
  ) {
    this.index = readAliasOf(base);
  }

  async search(request: VacancySearch): Promise<Result<VacancyHits, SearchFailure>> {
    const sorting = sortingOf(request);
    const after = request.from && positionIn(sorting, request.from);
    const seen = after?.seen ?? 0;
    const left = hasEnd(sorting) ? this.maxRanked - seen : Infinity;
    if ((request.from && !after) || left <= 0) return err({ code: 'search.cursor-expired' });

    const size = Math.min(request.limit, left);
    const answer = await this.find(request, {
      sort: sortOf(sorting, request.near),
      search_after: after && searchAfter(sorting, after),
      preference: copyFor(request.text),
      // One hit more shows whether another page follows.
      size: size < left ? size + 1 : size,
    });
    if (!answer) return UNAVAILABLE;
    const { hits, total } = answer.hits;
    const shown = hits.slice(0, size);
    const last = shown.at(-1)?.sort;
    return ok({
      items: shown.flatMap((hit) => hitOf(hit, request)),
      next: nextPosition(listOf(sorting), last && positionOf(sorting, last, seen + shown.length), hits.length > size),
      total: { value: typeof total === 'object' ? total.value : (total ?? 0), exact: true },
      facets: readFacets(request.facets, answer.aggregations),
      degraded: false,
    });
  }

  async suggest(prefix: string, limit: number): Promise<Result<Told<Suggestion>, SearchFailure>> {
    const body = suggestionsBody(prefix, limit);
    if (!body) return told([]);
    const answer = await this.ask(body);
    return answer ? told(readSuggestions(answer.aggregations, limit)) : UNAVAILABLE;
  }

  async similar(vacancy: Vacancy, limit: number): Promise<Result<Told<VacancyHit>, SearchFailure>> {
    const answer = await this.ask<HitDocument>(similarBody(vacancy, limit));
    if (!answer) return UNAVAILABLE;
    return told(answer.hits.hits.flatMap((hit) => hitOf(hit, { highlight: false })));
  }

  /** Searches for what was typed; where that holds a slip, for what was perhaps meant, too. */
  private async find(request: VacancySearch, page: estypes.SearchRequest) {
    const terms = request.text === undefined ? undefined : understandText(request.text);
    const suggest = terms && correctionsRequest(terms);
    const search = (corrections: Corrections) => searchBody(request, terms && { terms, corrections });
    const answer = await this.ask<HitDocument>({ ...search(NO_CORRECTIONS), ...page, suggest });
    const corrections = readCorrections(suggest, answer?.suggest);
    return corrections.size === 0 ? answer : this.ask<HitDocument>({ ...search(corrections), ...page });
  }

  /** Undefined when there is no whole answer in time. */
  private async ask<Document>(body: estypes.SearchRequest) {
    try {
      return await this.client.search<Document, Record<string, unknown>>(
        { index: this.index, allow_partial_search_results: false, ...body },
        { requestTimeout: PATIENCE_MS, maxRetries: 0 },
      );
    } catch (error) {
      if (!isOutage(error)) throw error;
      this.logger.warn('Elasticsearch did not answer a search', { error });
      return undefined;
    }
  }
}

const told = <T>(items: readonly T[]) => ok({ items, degraded: false });

/** Copies of an index score apart, for each counts its own deleted documents: all pages of a text come from one of them. */
const copyFor = (text: string | undefined): string | undefined => text && hash('sha256', text, 'hex');

const hitOf = (
  { _source: document, highlight }: estypes.SearchHit<HitDocument>,
  request: Pick<VacancySearch, 'near' | 'highlight'>,
): VacancyHit[] => {
  if (!document) return [];
  const highlights = request.highlight ? readHighlights(document, highlight) : null;
  const hit = toHit(document, { distanceMetres: null, highlights });
  return [hit.point && request.near ? { ...hit, distanceMetres: distanceBetween(request.near.point, hit.point) } : hit];
};

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
