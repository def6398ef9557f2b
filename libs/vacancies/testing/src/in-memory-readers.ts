import { err, ok, type Page, type PagePosition, type Result } from '@job-scope/kernel';
import type { CollectionRun, CollectionWindow, WindowState } from '@job-scope/vacancies-domain';
import type { CollectionRunReader, RunListFailure, StoredRunEvent } from '@job-scope/vacancies-ports';
import type { InMemoryVacancyDatabase } from './in-memory-vacancy-database';

const LIST = 'vacancies/in-memory/collection-runs';

export class InMemoryCollectionRunReader implements CollectionRunReader {
  constructor(private readonly database: InMemoryVacancyDatabase) {}

  async byId(id: string): Promise<CollectionRun | undefined> {
    return this.database.read().runs.get(id);
  }

  async windowStates(runId: string): Promise<Readonly<Partial<Record<WindowState, number>>>> {
    const states: Partial<Record<WindowState, number>> = {};
    for (const window of this.database.read().windows.values()) {
      if (window.runId === runId) states[window.state] = (states[window.state] ?? 0) + 1;
    }
    return states;
  }

  async endedAmong(ids: readonly string[]): Promise<readonly string[]> {
    return ids.filter((id) => this.database.read().runs.get(id)?.status === 'finished');
  }

  async windows(runId: string, limit: number, afterId: string | null): Promise<readonly CollectionWindow[]> {
    return [...this.database.read().windows.values()]
      .filter((window) => window.runId === runId && (afterId === null || window.id > afterId))
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .slice(0, limit);
  }

  async events(runId: string, afterSeq: number, limit: number): Promise<readonly StoredRunEvent[]> {
    return this.database
      .runEvents(runId)
      .filter(({ seq }) => seq > afterSeq)
      .slice(0, limit);
  }

  async list(request: { limit: number; from?: PagePosition }): Promise<Result<Page<CollectionRun>, RunListFailure>> {
    const { limit, from } = request;
    const after = from?.after.join(' ');
    if (from && (from.list !== LIST || !RANK.test(after ?? ''))) return err({ code: 'collections.cursor-expired' });
    const newestFirst = [...this.database.read().runs.values()].sort((a, b) => (rank(a) < rank(b) ? 1 : -1));
    const rest = newestFirst.filter((run) => after === undefined || rank(run) < after);
    const items = rest.slice(0, limit);
    const last = items.at(-1);
    return ok(last && rest.length > limit ? { items, next: { list: LIST, after: [rank(last)] } } : { items });
  }
}

const RANK = /^\d{4}-\d\d-\d\dT[\d:.]{12}Z [\da-f-]{36}$/;

/** Sorts like the time, then like the identifier. */
const rank = ({ requestedAt, id }: CollectionRun): string => `${requestedAt.toISOString()} ${id}`;
