import type { Clock, IdGenerator, PagePosition } from '@job-scope/kernel';
import { lookFrom, nextLookAt, type SavedSearch } from '@job-scope/vacancies-domain';
import type {
  CurrencyRates,
  NewVacancy,
  SavedSearchLooks,
  StoredRevisions,
  VacancyHit,
  VacancySearch,
  VacancySearchReader,
} from '@job-scope/vacancies-ports';
import { ratesFor } from './monthly-bounds';
import { searchRequestOf } from './search-request';
import { inputOf } from './search-terms';

const PAGE = 100;
/** So many a mail shows; of the others it says how many there are. */
const SHOWN = 20;
/** More than anybody reads: what is beyond is told by the looks that follow, as long as they look so far back. */
const MOST = 2_000;
/** A look takes no longer, or its worker is dead; one that failed is tried again so much later. */
const CLAIM_MS = 5 * 60_000;

export interface LooksReport {
  readonly looks: number;
  /** How many vacancies are told of. */
  readonly told: number;
  /** Why looks failed. */
  readonly failures: readonly string[];
}

/** Looks for what is new to the saved searches that are due, and queues the mails about it. */
export class LookAtSavedSearches {
  constructor(
    private readonly looks: SavedSearchLooks,
    private readonly reader: VacancySearchReader,
    private readonly stored: StoredRevisions,
    private readonly rates: CurrencyRates,
    private readonly clock: Clock,
    private readonly ids: IdGenerator,
  ) {}

  async execute(limit: number): Promise<LooksReport> {
    const now = this.clock.now();
    const due = await this.looks.claimDue(now, new Date(now.getTime() + CLAIM_MS), limit);
    if (due.length === 0) return { looks: 0, told: 0, failures: [] };
    const watermark = await this.watermark(now);
    let told = 0;
    const failures: string[] = [];
    for (const search of due) {
      // One that always fails must not keep those behind it from being looked at.
      const outcome = await this.look(search, watermark, now).catch((error: unknown) => String(error));
      if (typeof outcome === 'string') failures.push(`saved search ${search.id}: ${outcome}`);
      else told += outcome;
    }
    return { looks: due.length, told, failures };
  }

  /** What no index knows of yet must be found by a later look. */
  private async watermark(now: Date): Promise<Date> {
    const { oldestAt } = await this.stored.lag();
    return oldestAt && oldestAt < now ? oldestAt : now;
  }

  /** How many vacancies are told of, or why that could not be found out; then it is due again soon. */
  private async look(search: SavedSearch, watermark: Date, now: Date): Promise<number | string> {
    const input = inputOf(search.terms);
    const rates = await ratesFor(input, this.rates, this.clock);
    const request = searchRequestOf({ ...input, sort: 'id', order: 'asc', limit: PAGE }, rates);
    if (!request.ok) return request.error.code;
    const news = await this.newsOf(search, { ...request.value, idFrom: lookFrom(search) });
    if (typeof news === 'string') return news;
    const told = await this.looks.conclude({
      search,
      found: news.map(({ id }) => id),
      shown: news.slice(-SHOWN).reverse(),
      watermark: watermark > search.watermark ? watermark : search.watermark,
      dueAt: nextLookAt(search.frequency, now),
      notificationId: this.ids.next(),
    });
    return told || 0;
  }

  /** In the order in which they were stored. */
  private async newsOf(search: SavedSearch, request: VacancySearch): Promise<readonly NewVacancy[] | string> {
    const news: NewVacancy[] = [];
    let from: PagePosition | undefined;
    do {
      const found = await this.reader.search({ ...request, from });
      if (!found.ok) return found.error.code;
      const { items, next } = found.value;
      const untold = new Set(
        await this.looks.untold(
          search.id,
          items.map(({ id }) => id),
        ),
      );
      news.push(...items.filter(({ id }) => untold.has(id)).map(toNewVacancy));
      from = next;
    } while (from && news.length < MOST);
    return news;
  }
}

const toNewVacancy = ({ id, title, url, employer, area, salary }: VacancyHit): NewVacancy => ({
  ...{ id, title, url, employer: employer?.name ?? null, area: area?.name ?? null, salary },
});
