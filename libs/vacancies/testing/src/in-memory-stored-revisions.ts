import type { IndexedRevision, IndexLag, StoredRevisions } from '@job-scope/vacancies-ports';
import type { InMemoryVacancyDatabase } from './in-memory-vacancy-database';

export class InMemoryStoredRevisions implements StoredRevisions {
  constructor(private readonly database: InMemoryVacancyDatabase) {}

  async count(): Promise<number> {
    return this.all().length;
  }

  async after(id: string | null, limit: number): Promise<readonly IndexedRevision[]> {
    return this.all()
      .filter((each) => id === null || each.id > id)
      .slice(0, limit);
  }

  async of(ids: readonly string[]): Promise<readonly IndexedRevision[]> {
    return this.all().filter(({ id }) => ids.includes(id));
  }

  async waiting(ids: readonly string[]): Promise<ReadonlySet<string>> {
    return new Set(this.changes().flatMap(({ vacancyId }) => (ids.includes(vacancyId) ? [vacancyId] : [])));
  }

  async lag(): Promise<IndexLag> {
    const times = this.changes().map(({ at }) => at);
    return { pending: times.length, oldestAt: times.length > 0 ? new Date(Math.min(...times)) : null };
  }

  private all(): readonly IndexedRevision[] {
    const rows = [...this.database.read().vacancies.values()].filter(({ withheld }) => withheld === null);
    return rows.map(({ id, revision }) => ({ id, revision })).sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  private changes() {
    return [...this.database.read().outbox.values()].flatMap(({ event, appendedAt, deadBecause }) =>
      event.kind === 'vacancy-changed' && deadBecause === undefined
        ? [{ vacancyId: event.vacancyId, at: appendedAt }]
        : [],
    );
  }
}
