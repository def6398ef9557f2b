import {
  addCounts,
  hasWindowEnded,
  partsOf,
  type CollectionQuery,
  type CollectionRun,
  type CollectionWindow,
  type RunConclusion,
  type RunOutcome,
  type SourceName,
  type RunStatus,
} from '@job-scope/vacancies-domain';
import type { CollectionRepository, RunEvent, WindowProgress } from '@job-scope/vacancies-ports';
import type { StoredState } from './stored-state';

export class InMemoryCollectionRepository implements CollectionRepository {
  constructor(private readonly state: StoredState) {}

  async addRun(run: CollectionRun): Promise<void> {
    insert(this.state.runs, run);
  }

  async lockRun(id: string): Promise<CollectionRun | undefined> {
    return structuredClone(this.state.runs.get(id));
  }

  async startRun(id: string, at: Date, maxRequests: number): Promise<void> {
    const run = existing(this.state.runs, id);
    update(this.state.runs, id, { status: 'collecting', startedAt: at, maxRequests: run.maxRequests ?? maxRequests });
  }

  async lastReadAt(source: SourceName, query: CollectionQuery): Promise<Date | undefined> {
    const wanted = JSON.stringify(partsOf(query));
    const starts = [...this.state.runs.values()]
      .filter((run) => run.source === source && run.outcome !== null && READ.has(run.outcome))
      .filter((run) => JSON.stringify(partsOf(run.query)) === wanted)
      .flatMap(({ startedAt }) => startedAt ?? []);
    return starts.sort((a, b) => b.getTime() - a.getTime())[0];
  }

  async takeRequests(runId: string, wanted: number): Promise<number> {
    const { maxRequests } = existing(this.state.runs, runId);
    const taken = this.state.requestsTaken.get(runId) ?? 0;
    const left = Math.max(0, (maxRequests ?? Infinity) - taken);
    const granted = Math.min(wanted, Math.ceil(left / 10));
    this.state.requestsTaken.set(runId, taken + granted);
    return granted;
  }

  async hasRequestsLeft(runId: string): Promise<boolean> {
    const { maxRequests } = existing(this.state.runs, runId);
    return maxRequests === null || (this.state.requestsTaken.get(runId) ?? 0) < maxRequests;
  }

  async giveBackRequests(runId: string, count: number): Promise<void> {
    this.state.requestsTaken.set(runId, (this.state.requestsTaken.get(runId) ?? 0) - count);
  }

  async finishRun(id: string, conclusion: RunConclusion, at: Date): Promise<void> {
    update(this.state.runs, id, { ...conclusion, status: 'finished', finishedAt: at });
  }

  async reopenRun(id: string, status: Exclude<RunStatus, 'finished'>): Promise<void> {
    update(this.state.runs, id, { status, outcome: null, reason: null, finishedAt: null });
  }

  async addWindows(windows: readonly CollectionWindow[]): Promise<void> {
    for (const window of windows) insert(this.state.windows, window);
  }

  async lockWindow(id: string): Promise<CollectionWindow | undefined> {
    return structuredClone(this.state.windows.get(id));
  }

  async windowsOf(runId: string): Promise<readonly CollectionWindow[]> {
    return structuredClone([...this.state.windows.values()].filter((window) => window.runId === runId));
  }

  async advanceWindow(id: string, { delta, ...progress }: WindowProgress): Promise<void> {
    const window = existing(this.state.windows, id);
    const { shown = window.shown, lastFound = window.lastFound } = progress;
    update(this.state.windows, id, { ...progress, shown, lastFound, counts: addCounts(window.counts, delta) });
    const run = existing(this.state.runs, window.runId);
    const founds = (await this.windowsOf(run.id)).flatMap(({ found }) => found ?? []);
    update(this.state.runs, run.id, {
      found: founds.length > 0 ? founds.reduce((sum, found) => sum + found, 0) : null,
      counts: addCounts(run.counts, delta),
    });
  }

  async reopenWindow(id: string): Promise<void> {
    const { found } = existing(this.state.windows, id);
    update(this.state.windows, id, { state: found === null ? 'planned' : 'collecting' });
  }

  async openRuns(source: SourceName): Promise<readonly string[]> {
    const open = [...this.state.runs.values()].filter((run) => run.source === source && run.status !== 'finished');
    return open.map(({ id }) => id).sort();
  }

  async cancelWindows(runId: string): Promise<number> {
    const open = (await this.windowsOf(runId)).filter((window) => !hasWindowEnded(window));
    for (const { id } of open) update(this.state.windows, id, { state: 'cancelled' });
    return open.length;
  }

  async appendEvents(runId: string, events: readonly RunEvent[], at: Date): Promise<void> {
    existing(this.state.runs, runId);
    const earlier = this.state.runEvents.get(runId) ?? [];
    const numbered = structuredClone(events).map((event, index) => ({ ...event, seq: earlier.length + index + 1, at }));
    this.state.runEvents.set(runId, [...earlier, ...numbered]);
  }

  async forgetHistory(before: Date, limit: number): Promise<boolean> {
    const { runs, windows, runEvents, deadLetters } = this.state;
    const windowsOf = (runId: string) => [...windows.values()].filter((window) => window.runId === runId);
    const ended = [...runs.values()]
      .flatMap(({ id, finishedAt }) => (finishedAt !== null && finishedAt < before ? [{ id, finishedAt }] : []))
      .filter(({ id }) => [...deadLetters.values()].every(({ runId }) => runId !== id))
      .filter(({ id }) => windowsOf(id).length + (runEvents.get(id)?.length ?? 0) > 0);
    const [run] = ended.sort((a, b) => a.finishedAt.getTime() - b.finishedAt.getTime());
    if (!run) return false;
    runEvents.set(run.id, (runEvents.get(run.id) ?? []).slice(limit));
    for (const { id } of windowsOf(run.id).reverse().slice(0, limit)) windows.delete(id);
    return true;
  }
}

/** How runs end that have read all that their query matches. */
const READ: ReadonlySet<RunOutcome> = new Set(['complete', 'empty', 'parse-errors']);

const insert = <T extends { readonly id: string }>(rows: Map<string, T>, row: T): void => {
  if (rows.has(row.id)) throw new Error(`${row.id} is stored already`);
  rows.set(row.id, structuredClone(row));
};

const existing = <T>(rows: Map<string, T>, id: string): T => {
  const row = rows.get(id);
  if (!row) throw new Error(`${id} is not stored`);
  return row;
};

const update = <T extends object>(rows: Map<string, T>, id: string, changes: Partial<T>): void => {
  rows.set(id, { ...existing(rows, id), ...structuredClone(changes) });
};
