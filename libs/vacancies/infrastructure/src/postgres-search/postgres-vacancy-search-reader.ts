import { err, ok, type Result } from '@job-scope/kernel';
import { isOutage } from '@job-scope/platform-nest';
import type { Vacancy } from '@job-scope/vacancies-domain';
import {
  MAX_RANKED,
  type SearchFailure,
  type Suggestion,
  type Told,
  type VacancyFacets,
  type VacancyHighlights,
  type VacancyHit,
  type VacancyHits,
  type VacancySearch,
  type VacancySearchReader,
} from '@job-scope/vacancies-ports';
import type { DataSource } from 'typeorm';
import { toSummary } from '../hit-row';
import { nextPosition, readPosition, type SearchPosition } from '../search-position';
import type { Statement } from './conditions';
import { SUGGESTED } from './count-sql';
import { facetsSql, toFacetValue, type FacetRow } from './facets-sql';
import { distanceBetween } from '../geo';
import { highlightsOf } from './highlights';
import type { SearchHitRow } from './search-row';
import { pageSql, totalOf, totalSql } from './search-sql';
import { similarSql } from './similar-sql';
import { sortingOf } from './sorting';
import { understandText, type TextQuery } from './text-query';
import { tookTooLong } from './took-too-long';

type PageRow = SearchHitRow & SearchPosition;

/**
 * Searches `vacancies.search_documents` with PostgreSQL's own full text search. What fails for want of PostgreSQL, or would
 * take it too long, is a failure, not a fault.
 */
export class PostgresVacancySearchReader implements VacancySearchReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly maxRanked = MAX_RANKED,
  ) {}

  search(request: VacancySearch): Promise<Result<VacancyHits, SearchFailure>> {
    return orUnavailable(this.find(request));
  }

  suggest(prefix: string, limit: number): Promise<Result<Told<Suggestion>, SearchFailure>> {
    return orUnavailable(this.findSuggestions(prefix, limit));
  }

  similar(vacancy: Vacancy, limit: number): Promise<Result<Told<VacancyHit>, SearchFailure>> {
    return orUnavailable(this.findSimilar(vacancy, limit));
  }

  private async find(request: VacancySearch): Promise<Result<VacancyHits, SearchFailure>> {
    const text = request.text === undefined ? undefined : await understandText(this.dataSource, request.text);
    const sorting = sortingOf(request, text);
    const list = `vacancies/postgres/${sorting.name}`;
    const after = request.from && readPosition(list, request.from, sorting.isKey, sorting.hasEnd);
    const left = sorting.hasEnd ? this.maxRanked - (after?.seen ?? 0) : Infinity;
    if ((request.from && !after) || left <= 0) return err({ code: 'search.cursor-expired' });

    const limit = Math.min(request.limit, left);
    const [rows, [counted], facets] = await Promise.all([
      this.run<PageRow>(pageSql({ ...request, limit }, text, sorting, after)),
      this.run<{ total: string }>(totalSql(request, text)),
      this.countFacets(request, text),
    ]);
    const shown = rows.slice(0, limit);
    const seen = sorting.hasEnd ? (after?.seen ?? 0) + shown.length : undefined;
    const last = shown.at(-1);
    return ok({
      items: await this.toHits(request, text, shown),
      next: nextPosition(list, last && { key: last.key, id: last.id, seen }, rows.length > limit && limit < left),
      total: totalOf(request, text, counted?.total),
      facets,
      degraded: false,
    });
  }

  private async findSuggestions(prefix: string, limit: number): Promise<Result<Told<Suggestion>, SearchFailure>> {
    const typed = prefix.trim().replaceAll(/\s+/g, ' ').toLowerCase().replaceAll('ё', 'е');
    if (typed === '') return told([]);
    const rows = await this.dataSource.query<{ kind: string; text: string }[]>(SUGGESTED, [
      typed,
      `${typed}${LAST_CHARACTER}`,
      limit,
    ]);
    return told(rows.map(({ kind, text }) => ({ kind: kind.replace('suggested ', '') as Suggestion['kind'], text })));
  }

  private async findSimilar(vacancy: Vacancy, limit: number): Promise<Result<Told<VacancyHit>, SearchFailure>> {
    const statement = similarSql(vacancy, limit);
    const rows = statement ? await this.run<SearchHitRow>(statement) : [];
    return told(rows.map((row) => toHit(row)));
  }

  private async countFacets(request: VacancySearch, text: TextQuery | undefined): Promise<VacancyFacets> {
    if (request.facets.length === 0) return {};
    const rows = await this.run<FacetRow>(facetsSql(request, text));
    return Object.fromEntries(
      request.facets.map((name) => [name, rows.filter(({ facet }) => facet === name).map(toFacetValue)]),
    );
  }

  private async toHits(
    { near, highlight }: VacancySearch,
    text: TextQuery | undefined,
    rows: readonly SearchHitRow[],
  ): Promise<readonly VacancyHit[]> {
    const highlights = highlight && text ? await highlightsOf(this.dataSource, rows, text) : undefined;
    return rows.map((row, i) => toHit(row, near, highlight ? (highlights?.[i] ?? {}) : null));
  }

  private run<Row>({ sql, parameters }: Statement): Promise<Row[]> {
    return this.dataSource.query<Row[]>(sql, parameters);
  }
}

const orUnavailable = async <T>(answer: Promise<Result<T, SearchFailure>>): Promise<Result<T, SearchFailure>> => {
  try {
    return await answer;
  } catch (error) {
    if (tookTooLong(error) || isOutage(error)) return err({ code: 'search.unavailable' });
    throw error;
  }
};

const told = <T>(items: readonly T[]) => ok({ items, degraded: false });

/** Sorts after every text that begins so. */
const LAST_CHARACTER = '\u{10FFFF}';

const toHit = (
  row: SearchHitRow,
  near?: VacancySearch['near'],
  highlights: VacancyHighlights | null = null,
): VacancyHit => {
  const point = row.lat === null || row.lng === null ? null : { lat: row.lat, lng: row.lng };
  return {
    ...toSummary(row),
    keySkills: row.key_skills,
    point,
    distanceMetres: near && point ? distanceBetween(near.point, point) : null,
    highlights,
  };
};
