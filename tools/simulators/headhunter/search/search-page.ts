import type { Found, JsonObject } from '@job-scope/simulator-shared';
import type { VacancyBoard } from '../dataset/vacancy-board';
import type { View } from '../dataset/vacancy-source';
import { argumentsOf } from './arguments';
import { clustersOf } from './clusters';
import { highlighter } from './highlight';
import { applyMagic } from './magic';
import { distanceTo } from './order';
import type { QueryParameters } from './parameter-reader';
import { parseSearchQuery, type SearchContext, type SearchQuery } from './search-query';
import { searchUrl } from './search-url';
import { correctSpelling } from './spelling';
import { TextQuery } from './text-query';
import type { VacancySearch } from './vacancy-search';

/** Answers GET /vacancies. @throws ApiError 400 */
export class SearchPages {
  constructor(
    private readonly board: VacancyBoard,
    private readonly search: VacancySearch,
    private readonly context: () => SearchContext,
  ) {}

  page(given: QueryParameters): JsonObject {
    const context = this.context();
    const parameters = applyMagic(given, context.areas);
    const { query, found, fixes } = this.findOrFix(parseSearchQuery(parameters, context));
    const { page, perPage, view } = query;
    return {
      items: this.items(found, query),
      found: found.length,
      pages: countPages(found.length, perPage, context.depthLimit),
      page,
      per_page: perPage,
      clusters: query.clusters ? clustersOf(found, this.board, parameters, view.locale) : null,
      arguments: query.describeArguments ? argumentsOf(parameters, this.board.source, view.locale) : null,
      fixes,
      suggests: null,
      alternate_url: searchUrl(parameters, {}).replace('api.hh.ru/vacancies', `${view.host}/search/vacancy`),
    };
  }

  /** A search that finds nothing is tried again with its typos corrected, and says so in `fixes`. */
  private findOrFix(query: SearchQuery): { query: SearchQuery; found: Found; fixes: JsonObject | null } {
    const found = this.search.find(query);
    const fixed =
      found.length === 0 && query.text ? correctSpelling(query.text, this.board.source.vocabulary) : undefined;
    if (fixed === undefined) return { query, found, fixes: null };
    const corrected = { ...query, text: fixed };
    const foundAfter = this.search.find(corrected);
    if (foundAfter.length === 0) return { query, found, fixes: null };
    return { query: corrected, found: foundAfter, fixes: { fixed, original: query.text } };
  }

  private items(found: Found, query: SearchQuery): JsonObject[] {
    const start = query.page * query.perPage;
    const count = Math.max(0, Math.min(query.perPage, found.length - start));
    const words = query.text === undefined ? undefined : TextQuery.parse(query.text)?.words();
    const view: View = { ...query.view, ...(words && { highlight: highlighter(words) }) };
    const distance = view.sortPoint && distanceTo(this.board, view.sortPoint);
    return Array.from({ length: count }, (_, index) => {
      const row = found.row(start + index);
      const item = this.board.item(row, view);
      return distance ? { ...item, sort_point_distance: distance(row) } : item;
    });
  }
}

/** Pages that may be asked for: the depth limit cuts them off, while `found` is told in full. */
export function countPages(found: number, perPage: number, depthLimit: number): number {
  return perPage === 0 ? 0 : Math.min(Math.ceil(found / perPage), Math.floor(depthLimit / perPage));
}
