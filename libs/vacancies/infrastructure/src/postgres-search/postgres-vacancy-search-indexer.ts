import type { Vacancy } from '@job-scope/vacancies-domain';
import type { VacancySearchIndexer, VacancyToIndex } from '@job-scope/vacancies-ports';
import type { DataSource } from 'typeorm';
import { COLUMN_TYPES, COLUMNS, toRow, type SearchRow } from './search-row';

/** Keeps `vacancies.search_documents`. The migrations made the table, and what is committed there is visible at once. */
export class PostgresVacancySearchIndexer implements VacancySearchIndexer {
  constructor(private readonly dataSource: DataSource) {}

  async prepare(): Promise<void> {}

  async refresh(): Promise<void> {}

  async index(vacancies: readonly VacancyToIndex[]): Promise<ReadonlyMap<string, string>> {
    const refused = new Map<string, string>();
    const rows: SearchRow[] = [];
    for (const vacancy of newestInLockOrder(vacancies.map(({ vacancy }) => vacancy))) {
      try {
        rows.push(toRow(vacancy));
      } catch (error) {
        refused.set(vacancy.id, reasonOf(error));
      }
    }
    await this.store(rows, refused);
    return refused;
  }

  /** The database refuses a whole statement for one bad row: halving the batch finds it and stores the rest. */
  private async store(rows: readonly SearchRow[], refused: Map<string, string>): Promise<void> {
    if (rows.length === 0) return;
    try {
      await this.dataSource.query(UPSERT, columnsOf(rows));
    } catch (error) {
      if (!isFaultOfTheRow(error)) throw error;
      const half = Math.ceil(rows.length / 2);
      if (rows.length === 1) return void refused.set(String(rows[0]?.id), reasonOf(error));
      await this.store(rows.slice(0, half), refused);
      await this.store(rows.slice(half), refused);
    }
  }
}

const UPSERT = `
  INSERT INTO vacancies.search_documents AS stored (${COLUMNS.join(', ')}, tsv)
  SELECT ${COLUMNS.map((column) => `d.${column}`).join(', ')},
         setweight(to_tsvector('vacancies.search', d.title), 'A')
           || setweight(to_tsvector('vacancies.search', coalesce(d.employer_name, '')), 'B')
           || setweight(to_tsvector('vacancies.search', concat_ws(' ', d.requirement, d.responsibility)), 'C')
  FROM unnest(${COLUMNS.map((column, i) => `$${i + 1}::${COLUMN_TYPES[column]}[]`).join(', ')})
    AS d (${COLUMNS.join(', ')})
  ON CONFLICT (id) DO UPDATE
    SET ${[...COLUMNS.filter((column) => column !== 'id'), 'tsv'].map((c) => `${c} = EXCLUDED.${c}`).join(', ')}
    WHERE stored.revision <= EXCLUDED.revision`;

const columnsOf = (rows: readonly SearchRow[]) => COLUMNS.map((column) => rows.map((row) => row[column]));

/** One statement cannot upsert a row twice, and two indexers that lock rows in one order cannot lock each other out. */
const newestInLockOrder = (vacancies: readonly Vacancy[]): Vacancy[] => {
  const byRevision = vacancies.toSorted((a, b) => a.revision - b.revision);
  const newest = new Map(byRevision.map((vacancy) => [vacancy.id, vacancy]));
  return [...newest.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
};

/** SQLSTATE classes 22 (data), 23 (constraint) and 54 (a limit of the engine, e.g. too many words). */
const isFaultOfTheRow = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^(22|23|54)/.test(String(error.code));

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
