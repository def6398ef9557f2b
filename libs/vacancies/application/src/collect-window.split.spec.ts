import type { Slice, VacancySnapshot } from '@job-scope/vacancies-domain';
import { aSnapshot, InMemoryVacancySource, OpenBudget } from '@job-scope/vacancies-testing';
import fc from 'fast-check';
import { Collecting, NEVER } from './collecting.fixture';
import { Crash, CrashingUnitOfWork, type CrashPoint } from './crashes.fixture';
import { Market, type Happening, type Place } from './market.fixture';

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

  it('remembers what a list has shown lately, not all of a long one', async () => {
    const count = 1_500;
    const collection = splitting(
      Array.from({ length: count }, (_, index) => published(String(index), index)),
      count,
    );
    collection.world.pageSize = 300;
    const { runId, windowId } = await collection.plan();
    const remembered: number[] = [];
    const note = () => void remembered.push(collection.window(windowId)?.shown.length ?? 0);
    await collection.collectWindow().execute({ windowId, attempt: 1, lastAttempt: false }, NEVER, note);
    expect(remembered).toEqual([300, 600, 900, 1_000, 0]);
    expect(collection.run(runId)).toMatchObject({ outcome: 'complete', counts: { created: count } });
  });

  it('asks for no second page of a list that it will not read on', async () => {
    const collection = splitting(Array.from({ length: 7 }, (_, index) => published(String(index), index * 60)));
    const { windowId } = await collection.plan();
    await collection.collectWindow().execute({ windowId, attempt: 1, lastAttempt: false }, NEVER);
    expect(collection.world.requests).toBe(1);
  });

  it('covers every vacancy and stores each once, whatever happens between pages and whenever the worker dies', async () => {
    const happening = fc.record<Happening>({
      kind: fc.constantFrom('published', 'removed', 'republished'),
      position: fc.nat({ max: 50 }),
    });
    const scenario = fc.record({
      // At most one vacancy at a time, in an area, for a role; but many at a time.
      places: fc.uniqueArray(
        fc.record<Place>({
          slot: fc.oneof(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 100, max: 104 })),
          area: fc.integer({ min: 0, max: 2 }),
          role: fc.integer({ min: 0, max: 1 }),
        }),
        { maxLength: 40, selector: ({ slot, area, role }) => `${slot}/${area}/${role}` },
      ),
      happenings: fc.array(fc.array(happening, { maxLength: 4 }), { maxLength: 20 }),
      crashes: fc.array(fc.constantFrom<CrashPoint>('before-commit', 'after-commit', undefined, undefined), {
        maxLength: 10,
      }),
    });
    await fc.assert(
      fc.asyncProperty(scenario, async ({ places, happenings, crashes }) => {
        const collection = new Collecting();
        const market = new Market(collection.world, NOW, places, happenings);
        collection.source = market;
        const untouchedBy = () =>
          collection.world.vacancies.map(({ sourceId }) => sourceId).filter((id) => !market.touched.has(id));
        const { runId } = await collection.plan();
        await collectAll(collection, crashes);

        const stored = collection.storedIds();
        for (const id of untouchedBy()) expect(stored).toContain(id);
        expect(new Set(stored).size).toBe(stored.length);
        expect(collection.run(runId)).toMatchObject({ status: 'finished', counts: { created: stored.length } });

        // A run in a world that stands still finds the rest, and what has become of those that are there no more.
        happenings.length = 0;
        collection.minutes = 60;
        expect(await collection.complete()).toMatchObject({ outcome: 'complete' });
        const open = new Set(collection.world.vacancies.map(({ sourceId }) => sourceId));
        for (const id of open) expect(collection.vacancy(id)?.state).toBe('active');
        for (const id of collection.storedIds()) {
          expect([id, collection.vacancy(id)?.state]).toEqual([id, open.has(id) ? 'active' : 'gone']);
        }
      }),
      { numRuns: 100 },
    );
  });
});
