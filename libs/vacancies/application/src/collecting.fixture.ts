import {
  hasWindowEnded,
  type CollectionQuery,
  type CollectionRun,
  type VacancySnapshot,
} from '@job-scope/vacancies-domain';
import type { VacancySource, VacancySources, VacancyUnitOfWork } from '@job-scope/vacancies-ports';
import {
  aSnapshot,
  at,
  FixedRates,
  InMemoryVacancyDatabase,
  InMemoryVacancySource,
  OpenBudget,
  SequentialIds,
  SourceWorld,
} from '@job-scope/vacancies-testing';
import { CollectWindow } from './collect-window.use-case';
import { PlanCollection } from './plan-collection.use-case';
import { addRequestedRun, requestedRun } from './requested-run';

export const NEVER = new AbortController().signal;
export const LIMITS = { maxRequests: 1_000 };
export const clock = { now: () => at(60) };
export const hasher = { hash: (text: string) => text };

/** Vacancies named 1, 2, 3… */
export const snapshots = (count: number): readonly VacancySnapshot[] =>
  Array.from({ length: count }, (_, index) => aSnapshot({ sourceId: String(index + 1) }));

export const sourcesOf = (source: VacancySource): VacancySources => new Map([[source.name, source]]);

type RunOptions = Pick<CollectionRun, 'mode' | 'maxRequests'>;

/** A store, a source, and runs on them. */
export class Collecting {
  readonly world = new SourceWorld();
  source: VacancySource = new InMemoryVacancySource(this.world, new OpenBudget());
  /** Minutes after the first run, by the clock of the workers. */
  minutes = 0;
  private readonly clock = { now: () => at(60 + this.minutes * 60) };
  private readonly ids = new SequentialIds('c01');

  constructor(readonly database = new InMemoryVacancyDatabase()) {}

  /** Requests a run. */
  async request(query: CollectionQuery = {}, options: Partial<RunOptions> = {}): Promise<string> {
    const run = requestedRun({
      id: this.ids.next(),
      source: 'headhunter',
      query,
      ...{ mode: 'full', maxRequests: null, ...options },
      requestedBy: { kind: 'schedule', scheduleId: 's' },
      requestedAt: at(0),
    });
    await this.database.unitOfWork.run((tx) => addRequestedRun(tx, run));
    return run.id;
  }

  /** Requests and plans a run; gives its only window. */
  async plan(
    query: CollectionQuery = {},
    options: Partial<RunOptions> = {},
  ): Promise<{ runId: string; windowId: string }> {
    const runId = await this.request(query, options);
    await new PlanCollection(this.database.unitOfWork, this.clock, this.ids, LIMITS).execute({ runId, attempt: 1 });
    const window = [...this.database.read().windows.values()].find((each) => each.runId === runId);
    if (!window) throw new Error('the run was not planned');
    return { runId, windowId: window.id };
  }

  /** The use case, on `unitOfWork` if it is not to be the store's own. */
  collectWindow(unitOfWork: VacancyUnitOfWork = this.database.unitOfWork): CollectWindow {
    return new CollectWindow(unitOfWork, sourcesOf(this.source), hasher, this.clock, this.ids, new FixedRates());
  }

  /** Requests a run and works on it until it is over; gives its end. */
  async complete(query: CollectionQuery = {}, options: Partial<RunOptions> = {}) {
    const { runId } = await this.plan(query, options);
    for (let open = await this.openWindows(runId); open.length > 0; open = await this.openWindows(runId)) {
      for (const windowId of open) {
        await this.collectWindow().execute({ windowId, attempt: 1, lastAttempt: true }, NEVER);
      }
    }
    const run = this.run(runId);
    if (!run) throw new Error('the run is not stored');
    return run;
  }

  async openWindows(runId: string): Promise<readonly string[]> {
    const windows = [...this.database.read().windows.values()].filter((window) => window.runId === runId);
    return windows.filter((window) => !hasWindowEnded(window)).map(({ id }) => id);
  }

  /** What is stored of the vacancy. */
  vacancy(sourceId: string) {
    return [...this.database.read().vacancies.values()].find((row) => row.sourceId === sourceId);
  }

  run(runId: string) {
    return this.database.read().runs.get(runId);
  }

  window(windowId: string) {
    return this.database.read().windows.get(windowId);
  }

  eventTypes(runId: string): readonly string[] {
    return this.database.runEvents(runId).map(({ type }) => type);
  }

  /** Source identifiers of what is stored, one for each row. */
  storedIds(): readonly string[] {
    return [...this.database.read().vacancies.values()].map(({ sourceId }) => sourceId);
  }

  /** What waits in the outbox about vacancies. */
  announced(): readonly { vacancyId: string; revision: number }[] {
    return [...this.database.read().outbox.values()].flatMap(({ event }) =>
      event.kind === 'vacancy-changed' ? [event] : [],
    );
  }
}

/** With a source that has so many vacancies. */
export const collectingFrom = (count: number): Collecting => {
  const collection = new Collecting();
  collection.world.vacancies = snapshots(count);
  return collection;
};
