import { ok, type Clock, type PagePosition } from '@job-scope/kernel';
import {
  FixedRates,
  hitOf,
  InMemorySavedSearches,
  NO_HITS,
  SequentialIds,
  vacancyToFind,
} from '@job-scope/vacancies-testing';
import type { NotificationMail, VacancySearch, VacancySearchReader } from '@job-scope/vacancies-ports';
import { ChangeSavedSearch } from './change-saved-search.use-case';
import { CreateSavedSearch } from './create-saved-search.use-case';
import { FollowUsers } from './follow-users.use-case';
import { LookAtSavedSearches } from './look-at-saved-searches.use-case';
import { PauseSavedSearch } from './pause-saved-search.use-case';
import { ResumeSavedSearch } from './resume-saved-search.use-case';
import { SendNotifications } from './send-notifications.use-case';

export const ANN = '01900000-0000-7000-8000-0000000000aa';
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
const NOON = Date.UTC(2026, 4, 1, 12);

/** A user, her saved searches, an index that knows vacancies by the time they were stored, and a mailbox. */
export class SavedSearchWorld {
  now = NOON;
  readonly clock: Clock = { now: () => new Date(this.now) };
  readonly saved = new InMemorySavedSearches();
  /** Identifiers that can be found, each of an open vacancy. */
  readonly indexed: string[] = [];
  readonly asked: VacancySearch[] = [];
  readonly mails: NotificationMail[] = [];
  oldestUnindexed: Date | null = null;
  isSearchAway = false;
  mailer = async (mail: NotificationMail): Promise<'sent' | 'refused'> => {
    this.mails.push(mail);
    return 'sent';
  };

  private readonly ids = new SequentialIds('5a5');
  private readonly rates = new FixedRates();
  private readonly reader: Pick<VacancySearchReader, 'search'> = {
    search: async (request) => {
      this.asked.push(request);
      if (this.isSearchAway) return { ok: false, error: { code: 'search.unavailable' } };
      const { idFrom = '', from, limit } = request;
      const after = String(from?.after[0] ?? '');
      const found = this.indexed.toSorted().filter((id) => id >= idFrom && id > after);
      const items = found.slice(0, limit).map((id) => hitOf(vacancyToFind({ id })));
      const next: PagePosition | undefined =
        found.length > limit ? { list: 'spec', after: [items.at(-1)?.id ?? ''] } : undefined;
      return ok({ ...NO_HITS, items, next });
    },
  };

  readonly create = new CreateSavedSearch(this.saved, this.rates, this.clock, this.ids);
  readonly change = new ChangeSavedSearch(this.saved, this.rates, this.clock);
  readonly pause = new PauseSavedSearch(this.saved, this.clock);
  readonly resume = new ResumeSavedSearch(this.saved, this.clock);
  readonly looks = new LookAtSavedSearches(
    ...([this.saved, this.reader as VacancySearchReader] as const),
    { lag: async () => ({ pending: 0, oldestAt: this.oldestUnindexed }) } as never,
    ...([this.rates, this.clock, this.ids] as const),
  );
  readonly sender = new SendNotifications(this.saved, { send: (mail) => this.mailer(mail) }, this.clock);

  /** As auth-service tells it. */
  async tell(deliverTo: string | null, deleted = false): Promise<void> {
    const position = await this.saved.position();
    const news = { position: String(Number(position) + 1), userId: ANN, deleted, deliverTo };
    await new FollowUsers({ after: async () => [news] }, this.saved).execute(10);
  }

  async save(changes: { readonly frequency?: 'hourly' | 'daily'; readonly paused?: boolean } = {}): Promise<string> {
    const { frequency = 'hourly', paused = false } = changes;
    const wish = { name: `search ${this.now}`, search: { text: 'повар' }, frequency, language: 'ru' };
    const created = await this.create.execute({ userId: ANN, wish, paused });
    if (!created.ok) throw new Error(created.error.code);
    return created.value.id;
  }

  /** A vacancy is stored now, and can be found at once or only when somebody says so. */
  store(isIndexed = true): string {
    const time = this.now.toString(16).padStart(12, '0');
    const number = String(++this.stored).padStart(12, '0');
    const id = `${time.slice(0, 8)}-${time.slice(8)}-7abc-8000-${number}`;
    if (isIndexed) this.indexed.push(id);
    return id;
  }
  private stored = 0;

  /** Time passes; then what is due is looked at, and what is queued is sent. Gives what the mails are about. */
  async after(ms: number): Promise<readonly (readonly string[])[]> {
    this.now += ms;
    this.mails.length = 0;
    await this.looks.execute(10);
    await this.sender.execute(10);
    return this.mails.map(({ vacancies }) => vacancies.map(({ id }) => id));
  }
}
