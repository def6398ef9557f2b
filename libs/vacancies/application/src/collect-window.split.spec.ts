import type { Slice, VacancySnapshot } from '@job-scope/vacancies-domain';
import { aSnapshot, InMemoryVacancySource, OpenBudget } from '@job-scope/vacancies-testing';
import fc from 'fast-check';
import { Collecting, NEVER } from './collecting.fixture';
import { Crash, CrashingUnitOfWork, type CrashPoint } from './crashes.fixture';

const NOW = new Date('2026-03-01T12:00:00Z');
const MINUTE = 60_000;

const published = (sourceId: string, minutesAgo: number): VacancySnapshot =>
  aSnapshot({ sourceId, publishedAt: new Date(NOW.getTime() - minutesAgo * MINUTE) });

/** Collects windows, the newest first as a stack would, until none is open; a worker that dies is started again. */
const collectAll = async (collection: Collecting, crashes: readonly (CrashPoint | undefined)[] = []): Promise<void> => {
  const unitOfWork = new CrashingUnitOfWork(collection.database.unitOfWork, (commit) => crashes[commit]);
  for (;;) {
    const open = [...collection.database.read().windows.values()].filter(({ state }) =>
      ['planned', 'collecting'].includes(state),
    );
    const window = open.at(-1);
    if (!window) return;
    await collection
      .collectWindow(unitOfWork)
      .execute({ windowId: window.id, attempt: 1, lastAttempt: false }, NEVER)
      .catch((error: unknown) => {
        if (!(error instanceof Crash)) throw error;
      });
  }
};

const splitting = (vacancies: readonly VacancySnapshot[], depth = 6): Collecting => {
  const collection = new Collecting();
  Object.assign(collection.world, { vacancies, depth, pageSize: 2, now: NOW });
  return collection;
};

describe('CollectWindow, when a window has more than the source shows', () => {
  it('V-5: gives it up for smaller ones, until each shows all it has, and the plan can be read', async () => {
    const collection = splitting(Array.from({ length: 40 }, (_, index) => published(String(index), index * 30)));
    const { runId } = await collection.plan();
    await collectAll(collection);

    expect(new Set(collection.storedIds()).size).toBe(40);
    expect(collection.run(runId)).toMatchObject({ status: 'finished', outcome: 'complete' });
    const windows = [...collection.database.read().windows.values()];
    expect(windows.filter(({ state }) => state === 'split').length).toBeGreaterThan(3);
    const parents = new Set(windows.map(({ parentId }) => parentId));
    for (const { id, state } of windows) expect(parents.has(id)).toBe(state === 'split');
    expect(collection.eventTypes(runId)).toContain('window-split');
  });

  it('splits a window that grows beyond reach while it is read, and loses nothing', async () => {
    const collection = splitting(Array.from({ length: 6 }, (_, index) => published(String(index), index * 60)));
    collection.source = new (class extends InMemoryVacancySource {
      protected override show(from: number, slice: Slice) {
        const page = super.show(from, slice);
        if (from === 2) this.world.vacancies = [published('late', 20), ...this.world.vacancies];
        return page;
      }
    })(collection.world, new OpenBudget());
    const { runId } = await collection.plan();
    await collectAll(collection);

    expect(new Set(collection.storedIds()).size).toBe(7);
    expect(collection.run(runId)).toMatchObject({ outcome: 'complete' });
  });

  it('asks for no second page of a list that it will not read on', async () => {
    const collection = splitting(Array.from({ length: 7 }, (_, index) => published(String(index), index * 60)));
    const { windowId } = await collection.plan();
    await collection.collectWindow().execute({ windowId, attempt: 1, lastAttempt: false }, NEVER);
    expect(collection.world.requests).toBe(1);
  });

  it('covers every vacancy and stores each once, whatever arrives between pages and whenever the worker dies', async () => {
    const scenario = fc.record({
      // Five minutes each, so at most five within any slice that is too short to be cut: the source shows six at a time.
      // What arrives does so at the time of slot 0, which may become too much for the source to show: far from the rest.
      slots: fc.uniqueArray(fc.integer({ min: 5, max: 200 }), { maxLength: 40 }),
      arrivals: fc.array(fc.integer({ min: 0, max: 2 }), { maxLength: 10 }),
      crashes: fc.array(fc.constantFrom<CrashPoint>('before-commit', 'after-commit', undefined, undefined), {
        maxLength: 10,
      }),
    });
    await fc.assert(
      fc.asyncProperty(scenario, async ({ slots, arrivals, crashes }) => {
        const collection = splitting(slots.map((slot) => published(`v${slot}`, slot * 5)));
        let shows = 0;
        collection.source = new (class extends InMemoryVacancySource {
          protected override show(from: number, slice: Slice) {
            const page = super.show(from, slice);
            const count = arrivals[shows++] ?? 0;
            const fresh = Array.from({ length: count }, (_, index) => published(`new-${shows}-${index}`, 0));
            this.world.vacancies = [...fresh, ...this.world.vacancies];
            return page;
          }
        })(collection.world, new OpenBudget());
        const { runId } = await collection.plan();
        await collectAll(collection, crashes);

        const stored = collection.storedIds();
        for (const slot of slots) expect(stored).toContain(`v${slot}`);
        expect(new Set(stored).size).toBe(stored.length);
        expect(collection.run(runId)).toMatchObject({ status: 'finished', counts: { created: stored.length } });
      }),
      { numRuns: 100 },
    );
  });
});
