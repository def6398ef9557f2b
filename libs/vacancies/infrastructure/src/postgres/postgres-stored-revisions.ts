import type { IndexedRevision, IndexLag, StoredRevisions } from '@job-scope/vacancies-ports';
import type { DataSource } from 'typeorm';
import { revisionOf, type RevisionRow } from '../revision-row';

/** Sorts before every identifier: a condition that may be none hides from the planner that the index has the order. */
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

export class PostgresStoredRevisions implements StoredRevisions {
  constructor(private readonly dataSource: DataSource) {}

  async count(): Promise<number> {
    const [row] = await this.dataSource.query<{ count: number }[]>(COUNT);
    return row?.count ?? 0;
  }

  async after(id: string | null, limit: number): Promise<readonly IndexedRevision[]> {
    const sql = 'SELECT id, revision FROM vacancies.vacancies WHERE id > $1 AND withheld IS NULL ORDER BY id LIMIT $2';
    return (await this.dataSource.query<RevisionRow[]>(sql, [id ?? BEFORE_ALL, limit])).map(revisionOf);
  }

  async of(ids: readonly string[]): Promise<readonly IndexedRevision[]> {
    const sql = 'SELECT id, revision FROM vacancies.vacancies WHERE id = ANY($1::uuid[]) AND withheld IS NULL';
    return (await this.dataSource.query<RevisionRow[]>(sql, [ids])).map(revisionOf);
  }

  async waiting(ids: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.dataSource.query<{ id: string }[]>(
      'SELECT DISTINCT aggregate_id AS id FROM vacancies.outbox WHERE dead_at IS NULL AND aggregate_id = ANY($1::uuid[])',
      [ids],
    );
    return new Set(rows.map(({ id }) => id));
  }

  async lag(): Promise<IndexLag> {
    const [row] = await this.dataSource.query<{ pending: number; oldest_at: Date | null }[]>(
      'SELECT pending::int, oldest_at FROM vacancies.index_lag',
    );
    return { pending: row?.pending ?? 0, oldestAt: row?.oldest_at ?? null };
  }
}

/** Each from an index alone. */
const COUNT = `
  SELECT ((SELECT count(*) FROM vacancies.vacancies)
    - (SELECT count(*) FROM vacancies.vacancies WHERE withheld IS NOT NULL))::int AS count`;
