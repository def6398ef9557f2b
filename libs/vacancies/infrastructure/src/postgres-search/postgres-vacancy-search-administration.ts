import type { IndexedRevision, SearchIndexStatus, VacancySearchAdministration } from '@job-scope/vacancies-ports';
import type { DataSource } from 'typeorm';
import { revisionOf, type RevisionRow } from '../revision-row';

/** Grows when documents that are there must be written again to be found as new ones are. */
export const POSTGRES_INDEX_VERSION = 1;

const NAME = 'search_documents';
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/** The index is a table that migrations make: it is rebuilt in place, and found in meanwhile. */
export class PostgresVacancySearchAdministration implements VacancySearchAdministration {
  readonly engine = 'postgres';

  constructor(
    private readonly dataSource: DataSource,
    readonly version = POSTGRES_INDEX_VERSION,
  ) {}

  async status(): Promise<SearchIndexStatus> {
    const [row] = await this.dataSource.query<{ version: number | null; documents: number }[]>(
      `SELECT (SELECT version FROM vacancies.search_indexes WHERE engine = $1) AS version,
              (SELECT count(*)::int FROM vacancies.search_documents) AS documents`,
      [this.engine],
    );
    const { version = null, documents = 0 } = row ?? {};
    return { name: NAME, version, documents, state: this.stateOf(version, documents) };
  }

  /** Documents that nobody vouches for were written before versions were noted. */
  private stateOf(version: number | null, documents: number): SearchIndexStatus['state'] {
    if (version === null) return documents > 0 ? 'outdated' : 'absent';
    if (version === this.version) return 'ready';
    return version < this.version ? 'outdated' : 'newer';
  }

  beginRebuild(): Promise<string> {
    return Promise.resolve(NAME);
  }

  async documentsOf(): Promise<number> {
    return (await this.status()).documents;
  }

  async completeRebuild(): Promise<void> {
    await this.dataSource.query(
      `INSERT INTO vacancies.search_indexes (engine, version) VALUES ($1, $2)
       ON CONFLICT (engine) DO UPDATE SET version = EXCLUDED.version, built_at = now()`,
      [this.engine, this.version],
    );
  }

  async abandonRebuild(): Promise<void> {}

  /** What is stored no more was not found again by the rebuild. */
  async dropOthers(): Promise<void> {
    await this.dataSource.query(
      `DELETE FROM vacancies.search_documents document
       WHERE NOT EXISTS (SELECT FROM vacancies.vacancies stored WHERE stored.id = document.id AND withheld IS NULL)`,
    );
  }

  async revisionsAfter(id: string | null, limit: number): Promise<readonly IndexedRevision[]> {
    const sql = 'SELECT id, revision FROM vacancies.search_documents WHERE id > $1 ORDER BY id LIMIT $2';
    return (await this.dataSource.query<RevisionRow[]>(sql, [id ?? BEFORE_ALL, limit])).map(revisionOf);
  }

  async revisionsOf(ids: readonly string[]): Promise<readonly IndexedRevision[]> {
    const sql = 'SELECT id, revision FROM vacancies.search_documents WHERE id = ANY($1::uuid[])';
    return (await this.dataSource.query<RevisionRow[]>(sql, [ids])).map(revisionOf);
  }

  async drop(): Promise<void> {
    await this.dataSource.query('DELETE FROM vacancies.search_documents');
    await this.dataSource.query('DELETE FROM vacancies.search_indexes WHERE engine = $1', [this.engine]);
  }
}
