import { err, isUuid, ok, type Page, type PagePosition, type Result } from '@job-scope/kernel';
import type { DeadLetter } from '@job-scope/vacancies-domain';
import type {
  DeadLetterFilter,
  DeadLetterGroup,
  DeadLetterListFailure,
  DeadLetterReader,
} from '@job-scope/vacancies-ports';
import type { DataSource } from 'typeorm';
import { toDeadLetter, type DeadLetterRow } from './dead-letter-row';

const LIST = 'vacancies/postgres/dead-letters';

export class PostgresDeadLetterReader implements DeadLetterReader {
  constructor(private readonly dataSource: DataSource) {}

  async byId(id: string): Promise<DeadLetter | undefined> {
    const sql = 'SELECT * FROM vacancies.dead_letters WHERE id = $1';
    const [row] = await this.dataSource.query<DeadLetterRow[]>(sql, [id]);
    return row && toDeadLetter(row);
  }

  /** Identifiers made later are larger. */
  async list(
    request: DeadLetterFilter & { limit: number; from?: PagePosition },
  ): Promise<Result<Page<DeadLetter>, DeadLetterListFailure>> {
    const { limit, from, state, source, reason } = request;
    if (from && !isPosition(from)) return err({ code: 'dead-letters.cursor-expired' });
    const rows = await this.dataSource.query<DeadLetterRow[]>(
      `SELECT * FROM vacancies.dead_letters
       WHERE state = $1 AND id < $2 AND ($3::text IS NULL OR source = $3) AND ($4::text IS NULL OR reason = $4)
       ORDER BY id DESC LIMIT $5`,
      [state, from?.after[0] ?? LAST_UUID, source ?? null, reason ?? null, limit + 1],
    );
    const items = rows.slice(0, limit).map(toDeadLetter);
    const last = items.at(-1);
    return ok(last && rows.length > limit ? { items, next: { list: LIST, after: [last.id] } } : { items });
  }

  groups(): Promise<readonly DeadLetterGroup[]> {
    return this.dataSource.query<DeadLetterGroup[]>(
      `SELECT source, reason, count(*)::int AS count, min(failed_at) AS "firstAt", max(failed_at) AS "lastAt"
       FROM vacancies.dead_letters WHERE state = 'open' GROUP BY source, reason ORDER BY source, reason`,
    );
  }
}

const LAST_UUID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** What comes back from outside may have been altered on its way. */
const isPosition = ({ list, after }: PagePosition): boolean => list === LIST && after.length === 1 && isUuid(after[0]);
