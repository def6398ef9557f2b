import type { Slice } from '@job-scope/vacancies-domain';
import type { VacancyUnitOfWork } from '@job-scope/vacancies-ports';
import { aSnapshot, InMemoryVacancySource, OpenBudget } from '@job-scope/vacancies-testing';
import fc from 'fast-check';
import { Collecting, NEVER, snapshots } from './collecting.fixture';
import { Crash, CrashingUnitOfWork, type CrashPoint } from './crashes.fixture';

/** Starts the worker again and again until the window has come to its end. */
const liveThrough = async (collection: Collecting, windowId: string, unitOfWork: VacancyUnitOfWork): Promise<void> => {
  for (;;) {
    try {
      const end = await collection
        .collectWindow(unitOfWork)
        .execute({ windowId, attempt: 1, lastAttempt: false }, NEVER);
      if (end.ok) return;
    } catch (error) {
      if (!(error instanceof Crash)) throw error;
    }
  }
};

const expectExactlyOnce = (collection: Collecting, sourceIds: Iterable<string>) => {
  expect([...collection.storedIds()].sort()).toEqual([...sourceIds].sort());
  const announced = collection.announced().map(({ vacancyId, revision }) => `${vacancyId} ${revision}`);
  const stored = [...collection.database.read().vacancies.values()].map(({ id }) => `${id} 1`);
  expect(announced.sort()).toEqual(stored.sort());
};

describe('CollectWindow through crashes', () => {
  /** Reading the window and taking requests are commits of their own, and giving them back; every page is one. */
  const COMMITS = 6;
  const points = (['before-commit', 'after-commit'] as const).flatMap((point) =>
    Array.from({ length: COMMITS }, (_, commit) => [point, commit] as const),
  );

  it.each(points)('stores and counts everything once when it dies %s %d', async (point, dying) => {
    const collection = new Collecting();
    collection.world.vacancies = snapshots(8);
    const { runId, windowId } = await collection.plan();
    const crashing = new CrashingUnitOfWork(collection.database.unitOfWork, (commit) =>
      commit === dying ? point : undefined,
    );

    await liveThrough(collection, windowId, crashing);

    expectExactlyOnce(
      collection,
      snapshots(8).map(({ sourceId }) => sourceId),
    );
    expect(crashing.commits).toBeGreaterThan(COMMITS);
    expect(collection.run(runId)).toMatchObject({
      outcome: 'complete',
      counts: { requests: 3, fetched: 8, created: 8, changed: 0, unchanged: 0 },
    });
    expect(collection.eventTypes(runId)).toEqual([
      ...['started', 'planned', 'page-stored', 'page-stored', 'page-stored', 'window-ended', 'finished'],
    ]);
  });

  /** New vacancies come in at the front while we page, and push others onto the next page. */
  class Drifting extends InMemoryVacancySource {
    private shows = 0;

    constructor(
      world: Collecting['world'],
      private readonly arrivals: readonly number[],
    ) {
      super(world, new OpenBudget());
    }

    protected override show(from: number, slice: Slice) {
      const page = super.show(from, slice);
      const count = this.arrivals[this.shows++] ?? 0;
      const arrived = Array.from({ length: count }, (_, index) =>
        aSnapshot({ sourceId: `new-${this.shows}-${index}` }),
      );
      this.world.vacancies = [...arrived, ...this.world.vacancies];
      return page;
    }
  }

  const crashPoint = fc.constantFrom<CrashPoint>('before-commit', 'after-commit', undefined, undefined);

  const scenario = fc.record({
    count: fc.integer({ min: 0, max: 30 }),
    pageSize: fc.integer({ min: 1, max: 7 }),
    repeated: fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 5 }),
    spoiled: fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 3 }),
    arrivals: fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 6 }),
    crashes: fc.array(crashPoint, { maxLength: 12 }),
  });

  it('stores all that was there at the start, each once, whatever arrives, repeats, is malformed or dies', async () => {
    await fc.assert(
      fc.asyncProperty(scenario, async ({ count, pageSize, repeated, spoiled, arrivals, crashes }) => {
        const collection = new Collecting();
        const all = snapshots(count);
        const again = repeated.flatMap((index) => all[index - 1] ?? []);
        collection.world.vacancies = [...all, ...again];
        collection.world.pageSize = pageSize;
        // One window to live through: how lists that shift are split is for others to tell.
        collection.world.divisible = false;
        for (const index of spoiled) collection.world.spoiled.add(String(index));
        collection.source = new Drifting(collection.world, arrivals);
        const { runId, windowId } = await collection.plan();

        await liveThrough(
          collection,
          windowId,
          new CrashingUnitOfWork(collection.database.unitOfWork, (commit) => crashes[commit]),
        );

        const readable = all.map(({ sourceId }) => sourceId).filter((id) => !collection.world.spoiled.has(id));
        const stored = collection.storedIds();
        expect(readable.filter((id) => !stored.includes(id))).toEqual([]);
        expectExactlyOnce(collection, new Set(stored));
        const run = collection.run(runId);
        expect(run?.status).toBe('finished');
        expect(run?.counts.created).toBe(stored.length);
        const seqs = collection.database.runEvents(runId).map(({ seq }) => seq);
        expect(seqs).toEqual(seqs.map((_, index) => index + 1));
      }),
    );
  });
});
