import { err, isIsoTime, isUuid, ok, type Page, type PagePosition, type Result } from '@job-scope/kernel';
import type { HiddenVacancy, HiddenVacancyListFailure, HiddenVacancyReader } from '@job-scope/vacancies-ports';
import type { InMemoryVacancyDatabase } from './in-memory-vacancy-database';
import { toVacancy } from './in-memory-vacancy-readers';

const LIST = 'vacancies/in-memory/hidden-vacancies';

export class InMemoryHiddenVacancyReader implements HiddenVacancyReader {
  constructor(private readonly database: InMemoryVacancyDatabase) {}

  async list(request: {
    limit: number;
    from?: PagePosition;
  }): Promise<Result<Page<HiddenVacancy>, HiddenVacancyListFailure>> {
    const { limit, from } = request;
    const [before, beforeId] = from?.after ?? [];
    if (from && (from.list !== LIST || from.after.length !== 2 || !isIsoTime(before) || !isUuid(beforeId))) {
      return err({ code: 'vacancies.cursor-expired' });
    }
    const all = [...this.database.read().vacancies.values()].flatMap((row) =>
      row.withheld === 'hidden' && row.withheldAt ? [{ ...toVacancy(row), hiddenAt: row.withheldAt }] : [],
    );
    const rest = all
      .sort((a, b) => (keyOf(a) < keyOf(b) ? 1 : -1))
      .filter((each) => !from || keyOf(each) < `${String(before)} ${String(beforeId)}`);
    const items = rest.slice(0, limit);
    const last = items.at(-1);
    if (!last || rest.length <= limit) return ok({ items });
    return ok({ items, next: { list: LIST, after: [last.hiddenAt.toISOString(), last.id] } });
  }
}

/** In order of time, then of identifiers. */
const keyOf = ({ hiddenAt, id }: HiddenVacancy): string => `${hiddenAt.toISOString()} ${id}`;
