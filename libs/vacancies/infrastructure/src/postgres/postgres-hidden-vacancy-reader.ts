import { err, isIsoTime, isUuid, ok, type Page, type PagePosition, type Result } from '@job-scope/kernel';
import type { HiddenVacancy, HiddenVacancyListFailure, HiddenVacancyReader } from '@job-scope/vacancies-ports';
import type { DataSource } from 'typeorm';
import { HIT_COLUMNS } from '../hit-columns';
import { readable, toSummary, type HitRow } from '../hit-row';

const LIST = 'vacancies/postgres/hidden-vacancies';

interface HiddenRow extends HitRow {
  readonly revision: string;
  readonly withheld_at: Date;
}

export class PostgresHiddenVacancyReader implements HiddenVacancyReader {
  constructor(private readonly dataSource: DataSource) {}

  async list(request: {
    limit: number;
    from?: PagePosition;
  }): Promise<Result<Page<HiddenVacancy>, HiddenVacancyListFailure>> {
    const { limit, from } = request;
    if (from && !isPosition(from)) return err({ code: 'vacancies.cursor-expired' });
    const [hiddenAt, id] = from?.after ?? ['infinity', null];
    const rows = await this.dataSource.query<HiddenRow[]>(
      `SELECT revision, withheld_at, ${HIT_COLUMNS.map(readable).join(', ')} FROM vacancies.vacancies
       WHERE withheld = 'hidden' AND (withheld_at, id) < ($1::timestamptz, $2::uuid)
       ORDER BY withheld_at DESC, id DESC LIMIT $3`,
      [hiddenAt, id, limit + 1],
    );
    const items = rows.slice(0, limit).map(toHidden);
    const last = items.at(-1);
    return ok(last && rows.length > limit ? { items, next: positionOf(last) } : { items });
  }
}

const toHidden = ({ revision, withheld_at: hiddenAt, ...row }: HiddenRow): HiddenVacancy => ({
  ...toSummary(row),
  revision: Number(revision),
  hiddenAt,
});

const positionOf = ({ hiddenAt, id }: HiddenVacancy): PagePosition => ({
  list: LIST,
  after: [hiddenAt.toISOString(), id],
});

/** What comes back from outside may have been altered on its way. */
const isPosition = ({ list, after }: PagePosition): boolean => {
  const [hiddenAt, id] = after;
  return list === LIST && after.length === 2 && isIsoTime(hiddenAt) && isUuid(id);
};
