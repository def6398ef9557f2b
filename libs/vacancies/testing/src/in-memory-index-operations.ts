import type {
  IndexedRevision,
  IndexLag,
  IndexOperation,
  IndexOperationReader,
  IndexOperationRepository,
  StoredRevisions,
} from '@job-scope/vacancies-ports';
import type { InMemoryVacancyDatabase, StoredState } from './in-memory-vacancy-database';

const isOpen = ({ status }: IndexOperation): boolean => status === 'requested' || status === 'running';

export class InMemoryIndexOperationRepository implements IndexOperationRepository {
  constructor(private readonly state: StoredState) {}

  async add(operation: IndexOperation): Promise<boolean> {
    if (await this.lockOpen()) return false;
    this.state.indexOperations.set(operation.id, structuredClone(operation));
    return true;
  }

  async lockOpen(): Promise<IndexOperation | undefined> {
    return structuredClone([...this.state.indexOperations.values()].find(isOpen));
  }

  async save(operation: IndexOperation): Promise<void> {
    if (!this.state.indexOperations.has(operation.id)) throw new Error(`index operation ${operation.id} is not stored`);
    this.state.indexOperations.set(operation.id, structuredClone(operation));
  }
}

export class InMemoryIndexOperationReader implements IndexOperationReader {
  constructor(private readonly database: InMemoryVacancyDatabase) {}

  async byId(id: string): Promise<IndexOperation | undefined> {
    return this.database.read().indexOperations.get(id);
  }

  async latest(): Promise<IndexOperation | undefined> {
    const all = [...this.database.read().indexOperations.values()];
    return all.toSorted((a, b) => b.requestedAt.getTime() - a.requestedAt.getTime() || (a.id < b.id ? 1 : -1))[0];
  }
}

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
    const rows = [...this.database.read().vacancies.values()].map(({ id, revision }) => ({ id, revision }));
    return rows.sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  private changes() {
    return [...this.database.read().outbox.values()].flatMap(({ event, appendedAt, deadBecause }) =>
      event.kind === 'vacancy-changed' && deadBecause === undefined
        ? [{ vacancyId: event.vacancyId, at: appendedAt }]
        : [],
    );
  }
}
