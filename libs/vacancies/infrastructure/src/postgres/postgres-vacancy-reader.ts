import type { EditableField, Vacancy } from '@job-scope/vacancies-domain';
import type { DuplicateVacancy, VacancyReader } from '@job-scope/vacancies-ports';
import type { DataSource } from 'typeorm';
import { read, READ_COLUMNS } from './vacancy-sql';
import { toVacancy, type VacancyRow } from './vacancy-row';

export class PostgresVacancyReader implements VacancyReader {
  constructor(private readonly dataSource: DataSource) {}

  async byId(id: string): Promise<Vacancy | undefined> {
    const [row] = await this.read(READ_COLUMNS, [id]);
    return row && toVacancy(row);
  }

  async byIds(ids: readonly string[]): Promise<readonly Vacancy[]> {
    // The payload is most of a row, stored out of line: nobody who reads many vacancies needs it.
    const columns = READ_COLUMNS.map((column) => (column === 'raw' ? 'NULL AS raw' : column));
    return (await this.read(columns, ids)).map(toVacancy);
  }

  duplicatesOf(id: string, limit: number): Promise<readonly DuplicateVacancy[]> {
    return this.dataSource.query<DuplicateVacancy[]>(DUPLICATES, [id, limit]);
  }

  async editedFieldsOf(id: string): Promise<readonly EditableField[] | undefined> {
    const sql = 'SELECT edited FROM vacancies.vacancies WHERE id = $1 AND withheld IS NULL';
    const [row] = await this.dataSource.query<{ edited: readonly EditableField[] }[]>(sql, [id]);
    return row?.edited;
  }

  private read(columns: readonly string[], ids: readonly string[]): Promise<VacancyRow[]> {
    return this.dataSource.query(read(columns), [ids]);
  }
}

/** The order of `byCanonical`. Two conditions, each with an index of its own. */
const DUPLICATES = `
  SELECT id, source, url FROM vacancies.vacancies
  WHERE (id = $1 OR duplicate_key = (SELECT duplicate_key FROM vacancies.vacancies WHERE id = $1))
    AND withheld IS NULL
  ORDER BY state <> 'active', first_seen_at, id
  LIMIT $2`;
