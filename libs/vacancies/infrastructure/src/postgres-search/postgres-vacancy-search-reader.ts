import { err, ok, type Result } from '@job-scope/kernel';
import type {
  SearchFailure,
  Suggestion,
  VacancyHit,
  VacancyHits,
  VacancySearch,
  VacancySearchReader,
} from '@job-scope/vacancies-ports';
import type { DataSource } from 'typeorm';
import { nextPosition, readPosition, type SearchPosition } from '../search-position';
import { toSummary, type HitRow } from '../hit-row';
import { searchSql, type SortKey } from './search-sql';

/** Searches `vacancies.search_documents` with PostgreSQL's own full text search. */
export class PostgresVacancySearchReader implements VacancySearchReader {
  constructor(private readonly dataSource: DataSource) {}

  async search(request: VacancySearch): Promise<Result<VacancyHits, SearchFailure>> {
    const sort: SortKey = request.sort === 'relevance' && request.text !== undefined ? 'relevance' : 'published';
    const list = `vacancies/postgres/${sort}`;
    const after = request.from && readPosition(list, request.from);
    if (request.from && !after) return err({ code: 'search.cursor-expired' });

    const { page, count } = searchSql(request, sort, after);
    const [rows, [counted]] = await Promise.all([
      this.dataSource.query<(HitRow & SearchPosition)[]>(page.sql, page.parameters),
      this.dataSource.query<{ total: string }[]>(count.sql, count.parameters),
    ]);
    const shown = rows.slice(0, request.limit);
    return ok({
      items: shown.map((row) => ({ ...toSummary(row), ...NOT_YET })),
      next: nextPosition(list, shown.at(-1), rows.length > request.limit),
      total: { value: Number(counted?.total ?? 0), exact: true },
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
}

const NOT_YET = { keySkills: [], point: null, distanceMetres: null, highlights: null };
