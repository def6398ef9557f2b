import type { Slice, VacancySnapshot } from '@job-scope/vacancies-domain';
import { InMemoryInquiringSource, InMemoryVacancySource, OpenBudget } from '@job-scope/vacancies-testing';
import { Collecting, NEVER, snapshots } from './collecting.fixture';
import { Crash, CrashingUnitOfWork } from './crashes.fixture';

type Shift = (all: readonly VacancySnapshot[]) => readonly VacancySnapshot[];

const without =
  (...ids: readonly string[]): Shift =>
  (all) =>
    all.filter(({ sourceId }) => !ids.includes(sourceId));

const before =
  (...fresh: readonly VacancySnapshot[]): Shift =>
  (all) => [...fresh, ...all];

const fresh = (sourceId: string): VacancySnapshot => ({ ...(snapshots(1)[0] as VacancySnapshot), sourceId });

/** Seven vacancies, three a page; after each page that is named the list shifts. */
const drifting = (shifts: Readonly<Record<number, Shift>>) => {
  const collection = new Collecting();
  const { world } = collection;
  world.vacancies = snapshots(7);
  let pages = 0;
  collection.source = new (class extends InMemoryVacancySource {
    protected override show(from: number, slice: Slice) {
      const page = super.show(from, slice);
      pages += 1;
      this.world.vacancies = (shifts[pages] ?? ((all) => all))(this.world.vacancies);
      return page;
    }
  })(world, new OpenBudget());
  return collection;
};

/** A source that always says to have one more than it shows. */
const boasting = (Source: typeof InMemoryVacancySource) => {
  const collection = new Collecting();
  collection.world.vacancies = snapshots(7);
  collection.source = new (class extends Source {
    protected override show(from: number, slice: Slice) {
      const page = super.show(from, slice);
      return { ...page, found: page.found + 1, reachable: page.reachable + 1 };
    }
  })(collection.world, new OpenBudget());
  return collection;
};

describe('CollectWindow, when the list shifts while it is read', () => {
  it('V-5: splits it when some vanish and pull others past it, and then has seen all', async () => {
    const collection = drifting({ 1: without('1') });
    const run = await collection.complete();
    expect(run).toMatchObject({ outcome: 'complete', found: 6 });
    expect(collection.storedIds()).toHaveLength(7);
    const windows = [...collection.database.read().windows.values()];
    const [first] = windows;
    expect(windows.map(({ state, parentId }) => [state, parentId])).toEqual([
      ['split', null],
      ['done', first?.id],
      ['done', first?.id],
    ]);
  });

  it('is not deceived by one that is shown twice in the place of one that is lost', async () => {
    // 0 pushes 3 to the second page; then 1 and 2 vanish, and 7 is pulled past us: seven were shown, and six of them differ.
    const collection = drifting({ 1: before(fresh('0')), 2: without('1', '2') });
    await collection.complete();
    expect(collection.storedIds()).toContain('7');
    expect(collection.storedIds()).toContain('0');
  });

  it('does not miss one that moves to the front, behind us', async () => {
    const toTheFront: Shift = (all) => [...all.slice(-1), ...all.slice(0, -1)];
    const collection = drifting({ 1: toTheFront });
    await collection.complete();
    expect(collection.storedIds()).toContain('7');
  });

  it('notices that some vanish, however many new ones it has met instead', async () => {
    const crowd = Array.from({ length: 10 }, (_, index) => fresh(`new-${index}`));
    const collection = drifting({ 1: before(...crowd), 4: without(...crowd.map(({ sourceId }) => sourceId)) });
    await collection.complete();
    for (const { sourceId } of snapshots(7)) expect(collection.storedIds()).toContain(sourceId);
  });

  it('counts each once that drifts to a later page, and leaves what is new for the next run', async () => {
    const collection = drifting({ 1: before(fresh('new')) });
    const run = await collection.complete();
    expect(run).toMatchObject({ outcome: 'complete', found: 7, counts: { fetched: 7, requests: 3 } });
    expect(collection.storedIds()).not.toContain('new');
  });

  it('knows after a death what was shown before', async () => {
    const collection = drifting({ 2: before(fresh('a'), fresh('b')), 3: without('1') });
    const { runId, windowId } = await collection.plan();
    const dying = new CrashingUnitOfWork(collection.database.unitOfWork, (commit) =>
      collection.window(windowId)?.cursor === '3' && commit > 1 ? 'before-commit' : undefined,
    );
    const input = { windowId, attempt: 1, lastAttempt: false };
    await expect(collection.collectWindow(dying).execute(input, NEVER)).rejects.toThrow(Crash);
    expect(collection.window(windowId)).toMatchObject({ cursor: '3', shown: ['1', '2', '3'] });
    await collection.collectWindow().execute(input, NEVER);
    expect(collection.window(windowId)).toMatchObject({ shown: [] });
    expect(collection.run(runId)?.counts.fetched).toBe(new Set(collection.storedIds()).size);
  });

  it('takes a source at its word that shows less than it has on one page, or cannot be asked for less', async () => {
    const collection = boasting(InMemoryVacancySource);
    collection.world.divisible = false;
    const run = await collection.complete();
    expect(run).toMatchObject({ outcome: 'partial', reason: 'the source showed 7 of the 8 it has' });
    expect(run.counts.requests).toBe(3);
    collection.world.divisible = true;
    collection.world.pageSize = 10;
    expect(await collection.complete()).toMatchObject({ outcome: 'partial', counts: { requests: 1 } });
  });

  it.each([
    [
      'V-16: finds out by asking what has become of the missing, although the list is short',
      InMemoryInquiringSource,
      1,
    ],
    ['concludes nothing from a short list where nothing can be asked', InMemoryVacancySource, 0],
  ])('%s', async (_, Source, gone) => {
    const collection = boasting(Source);
    collection.world.pageSize = 10;
    await collection.complete();
    collection.minutes = 60;
    collection.world.vacancies = collection.world.vacancies.slice(0, 6);
    expect(await collection.complete()).toMatchObject({ outcome: 'partial', counts: { gone } });
    expect(collection.vacancy('7')?.state).toBe(gone > 0 ? 'gone' : 'active');
  });
});
