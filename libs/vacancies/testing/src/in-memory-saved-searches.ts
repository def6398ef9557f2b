import { err, ok, type Failure, type Result } from '@job-scope/kernel';
import { lookFrom, type SavedSearch } from '@job-scope/vacancies-domain';
import type {
  Look,
  Notification,
  NotificationQueue,
  Recipients,
  SavedSearchBacklog,
  SavedSearchLooks,
  SavedSearchNameTaken,
  SavedSearchNotFound,
  SavedSearchStore,
  TooManySavedSearches,
  UserNews,
} from '@job-scope/vacancies-ports';

type QueuedNotification = Pick<Notification, 'id' | 'vacancies' | 'total' | 'attempts'> & {
  readonly savedSearchId: string;
  readonly availableAt: number;
};

/** All that is kept of saved searches, behind each of their ports. Every method is one step: nothing waits within it. */
export class InMemorySavedSearches implements SavedSearchStore, SavedSearchLooks, NotificationQueue, Recipients {
  protected readonly searches = new Map<string, SavedSearch>();
  protected readonly told = new Map<string, Set<string>>();
  protected readonly queue = new Map<string, QueuedNotification>();
  protected readonly addresses = new Map<string, string>();
  private feedPosition = '0';

  async add(search: SavedSearch, limit: number): Promise<Result<void, SavedSearchNameTaken | TooManySavedSearches>> {
    const own = this.allOf(search.ownerId);
    if (own.some(({ name }) => name === search.name)) return err({ code: 'saved-searches.name-taken' });
    if (own.length >= limit) return err({ code: 'saved-searches.too-many' });
    this.searches.set(search.id, structuredClone(search));
    return ok(undefined);
  }

  async byId(ownerId: string, id: string): Promise<SavedSearch | undefined> {
    return structuredClone(this.own(ownerId, id));
  }

  async ofOwner(ownerId: string): Promise<readonly SavedSearch[]> {
    return structuredClone(this.allOf(ownerId));
  }

  async change<Refusal extends Failure>(
    ownerId: string,
    id: string,
    decide: (stored: SavedSearch) => Result<SavedSearch, Refusal>,
  ): Promise<Result<SavedSearch, Refusal | SavedSearchNotFound | SavedSearchNameTaken>> {
    const stored = this.own(ownerId, id);
    if (!stored) return err({ code: 'saved-searches.not-found' });
    const decided = decide(structuredClone(stored));
    if (!decided.ok) return decided;
    const { name } = decided.value;
    if (this.allOf(ownerId).some((other) => other.id !== id && other.name === name))
      return err({ code: 'saved-searches.name-taken' });
    this.searches.set(id, structuredClone(decided.value));
    return decided;
  }

  async remove(
    ownerId: string,
    id: string,
    isMeant: (stored: SavedSearch) => boolean,
  ): Promise<Result<boolean, SavedSearchNotFound>> {
    const stored = this.own(ownerId, id);
    if (!stored) return err({ code: 'saved-searches.not-found' });
    if (!isMeant(stored)) return ok(false);
    this.forget(id);
    return ok(true);
  }

  async pauseBySecret(secret: string, at: Date): Promise<boolean> {
    const search = [...this.searches.values()].find(({ id }) => secretOf(id) === secret);
    if (!search) return false;
    const { id, paused, revision } = search;
    if (!paused) this.searches.set(id, { ...search, paused: true, revision: revision + 1, updatedAt: at });
    return true;
  }

  async deliveryAddressOf(ownerId: string): Promise<string | null> {
    return this.addresses.get(ownerId) ?? null;
  }

  async claimDue(now: Date, until: Date, limit: number): Promise<readonly SavedSearch[]> {
    const due = this.due(now).slice(0, limit);
    const claimed = due.map((search) => ({ ...search, dueAt: until }));
    for (const search of claimed) this.searches.set(search.id, search);
    return structuredClone(claimed);
  }

  async untold(savedSearchId: string, vacancyIds: readonly string[]): Promise<readonly string[]> {
    return vacancyIds.filter((id) => !this.told.get(savedSearchId)?.has(id));
  }

  async conclude({ search, found, shown, watermark, dueAt, notificationId }: Look): Promise<number | false> {
    const stored = this.searches.get(search.id);
    const isKept = stored?.revision === search.revision && stored.dueAt.getTime() === search.dueAt.getTime();
    if (!stored || !isKept || stored.paused) return false;
    const fresh = this.addresses.has(stored.ownerId) ? found.filter((id) => !this.told.get(search.id)?.has(id)) : [];
    if (fresh.length > 0) {
      const vacancies = structuredClone(shown.filter(({ id }) => fresh.includes(id)));
      const mail = { id: notificationId, savedSearchId: search.id, vacancies, total: fresh.length, attempts: 0 };
      this.queue.set(notificationId, { ...mail, availableAt: -Infinity });
    }
    this.searches.set(search.id, { ...stored, watermark, dueAt });
    const kept = [...(this.told.get(search.id) ?? []), ...fresh].filter(
      (id) => id >= lookFrom({ ...stored, watermark }),
    );
    this.told.set(search.id, new Set(kept));
    return fresh.length;
  }

  async backlog(now: Date): Promise<SavedSearchBacklog> {
    const due = this.due(now);
    return { due: due.length, oldestDueAt: due[0]?.dueAt ?? null, unsent: this.queue.size };
  }

  async claim(now: Date, until: Date, limit: number): Promise<readonly Notification[]> {
    const available = [...this.queue.values()].filter(({ availableAt }) => availableAt <= now.getTime());
    return available.slice(0, limit).map((mail) => {
      this.queue.set(mail.id, { ...mail, attempts: mail.attempts + 1, availableAt: until.getTime() });
      return this.toNotification(mail);
    });
  }

  async settle(id: string): Promise<void> {
    this.queue.delete(id);
  }

  async putOff(id: string, until: Date): Promise<void> {
    const mail = this.queue.get(id);
    if (mail) this.queue.set(id, { ...mail, availableAt: until.getTime() });
  }

  async position(): Promise<string> {
    return this.feedPosition;
  }

  async take(position: string, news: readonly UserNews[]): Promise<boolean> {
    if (position !== this.feedPosition) return false;
    this.feedPosition = news.at(-1)?.position ?? position;
    for (const { userId, deliverTo, deleted } of news) {
      if (deliverTo === null) this.addresses.delete(userId);
      else this.addresses.set(userId, deliverTo);
      if (deleted) for (const { id } of this.allOf(userId)) this.forget(id);
    }
    return true;
  }

  private allOf(ownerId: string): readonly SavedSearch[] {
    const own = [...this.searches.values()].filter((search) => search.ownerId === ownerId);
    return own.sort((a, b) => (a.id < b.id ? 1 : -1));
  }

  private own(ownerId: string, id: string): SavedSearch | undefined {
    const search = this.searches.get(id);
    return search?.ownerId === ownerId ? search : undefined;
  }

  private due(now: Date): readonly SavedSearch[] {
    const due = [...this.searches.values()].filter(({ paused, dueAt }) => !paused && dueAt <= now);
    return due.sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
  }

  /** What refers to it goes with it. */
  private forget(id: string): void {
    this.searches.delete(id);
    this.told.delete(id);
    for (const mail of this.queue.values()) if (mail.savedSearchId === id) this.queue.delete(mail.id);
  }

  private toNotification({ savedSearchId, availableAt: _, ...mail }: QueuedNotification): Notification {
    const search = this.searches.get(savedSearchId);
    if (!search) throw new Error('mails go with their saved search');
    const { id, ownerId, name, terms, language, paused } = search;
    const deliverTo = paused ? null : (this.addresses.get(ownerId) ?? null);
    return structuredClone({ ...mail, deliverTo, search: { name, terms, language, secret: secretOf(id) } });
  }
}

/** Nobody has to guess it here. */
const secretOf = (id: string): string => id.replace(/^......../, 'ffffffff');
