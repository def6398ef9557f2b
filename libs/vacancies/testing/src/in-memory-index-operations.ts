import type { IndexOperation, IndexOperationReader, IndexOperationRepository } from '@job-scope/vacancies-ports';
import type { InMemoryVacancyDatabase } from './in-memory-vacancy-database';
import type { StoredState } from './stored-state';

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
