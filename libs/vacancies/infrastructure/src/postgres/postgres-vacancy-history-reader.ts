import { err, ok, type Page, type PagePosition, type Result } from '@job-scope/kernel';
import type { Salary, VacancyChange, VacancyState } from '@job-scope/vacancies-domain';
import type { VacancyChangesRequest, VacancyHistoryFailure, VacancyHistoryReader } from '@job-scope/vacancies-ports';
import type { DataSource } from 'typeorm';

const LIST = 'vacancies/postgres/vacancy-changes';

export class PostgresVacancyHistoryReader implements VacancyHistoryReader {
  constructor(private readonly dataSource: DataSource) {}

  async changes(request: VacancyChangesRequest): Promise<Result<Page<VacancyChange>, VacancyHistoryFailure>> {
    const { vacancyId, limit, from } = request;
    const before = from ? revisionOf(from, vacancyId) : null;
    if (before === undefined) return err({ code: 'vacancies.cursor-expired' });
    const rows = await this.dataSource.query<ChangeRow[]>(
      `SELECT revision, at, changed, title_before, title_after, salary_before, salary_after, description_before,
         state_before, state_after
       FROM vacancies.vacancy_changes
       WHERE vacancy_id = $1 AND ($2::bigint IS NULL OR revision < $2)
       ORDER BY revision DESC LIMIT $3`,
      [vacancyId, before, limit + 1],
    );
    const items = rows.slice(0, limit).map(toChange);
    const last = items.at(-1);
    if (!last || rows.length <= limit) return ok({ items });
    return ok({ items, next: { list: LIST, after: [vacancyId, last.revision] } });
  }
}

/** Undefined if the position is of another list: what comes back from outside may have been altered on its way. */
const revisionOf = ({ list, after }: PagePosition, vacancyId: string): number | undefined => {
  const [id, revision] = after;
  if (list !== LIST || after.length !== 2 || id !== vacancyId) return undefined;
  return typeof revision === 'number' && Number.isSafeInteger(revision) ? revision : undefined;
};

interface ChangeRow {
  readonly revision: string;
  readonly at: Date;
  readonly changed: readonly ('title' | 'salary' | 'description' | 'state')[];
  readonly title_before: string;
  readonly title_after: string;
  readonly salary_before: Salary | null;
  readonly salary_after: Salary | null;
  readonly description_before: string | null;
  readonly state_before: VacancyState;
  readonly state_after: VacancyState;
}

const toChange = ({ changed, ...row }: ChangeRow): VacancyChange => ({
  revision: Number(row.revision),
  at: row.at,
  title: changed.includes('title') ? { before: row.title_before, after: row.title_after } : null,
  salary: changed.includes('salary') ? { before: row.salary_before, after: row.salary_after } : null,
  description: changed.includes('description') ? { before: row.description_before } : null,
  state: changed.includes('state') ? { before: row.state_before, after: row.state_after } : null,
});
