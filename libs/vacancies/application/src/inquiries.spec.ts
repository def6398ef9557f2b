import { aSnapshot, InMemoryInquiringSource, OpenBudget } from '@job-scope/vacancies-testing';
import { Collecting, NEVER, snapshots } from './collecting.fixture';
import { Crash, CrashingUnitOfWork } from './crashes.fixture';

/** With a source that can be asked for single vacancies. */
const asking = (count: number) => {
  const collection = new Collecting();
  collection.world.vacancies = snapshots(count);
  const source = new InMemoryInquiringSource(collection.world, new OpenBudget());
  collection.source = source;
  /** Identifiers that were asked for since the last look, in order of their numbers. */
  const asked = () => source.asked.splice(0).sort((a, b) => Number(a) - Number(b));
  return { collection, world: collection.world, source, asked };
};

const names = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => String(from + index));

describe('a run asks for single vacancies', () => {
  it('V-20: all that are new, many or few, and stores what lists leave out', async () => {
    const { collection, asked } = asking(25);
    const run = await collection.complete();
    expect(asked()).toEqual(names(1, 25));
    expect(run).toMatchObject({ outcome: 'complete', found: 25, counts: { created: 25, asked: 25, requests: 9 + 25 } });
    expect(collection.vacancy('25')).toMatchObject({ revision: 2, details: { description: { text: 'Vacancy 25' } } });
    expect(collection.announced()).toHaveLength(50);
    expect(collection.eventTypes(run.id).filter((type) => type === 'asked')).toHaveLength(3);
  });

  it('V-15, V-16: those that have changed, and no others: an unchanged collection writes no vacancy', async () => {
    const { collection, world, asked } = asking(4);
    await collection.complete();
    asked();
    const before = collection.database.read();
    expect(await collection.complete()).toMatchObject({ outcome: 'complete', counts: { unchanged: 4, asked: 0 } });
    expect(collection.database.read().outbox.size - before.outbox.size).toBe(2);
    expect(asked()).toEqual([]);

    world.vacancies = world.vacancies.map((one) => (one.sourceId === '2' ? { ...one, title: 'Another' } : one));
    expect(await collection.complete()).toMatchObject({ counts: { changed: 1, unchanged: 3, asked: 1 } });
    expect(asked()).toEqual(['2']);
    expect(collection.vacancy('2')?.details?.description?.text).toBe('Another');
    expect(collection.vacancy('1')?.revision).toBe(2);
  });

  it('none of a source whose lists leave nothing out', async () => {
    const { collection, source, asked } = asking(4);
    source.completesLists = false;
    expect(await collection.complete()).toMatchObject({ outcome: 'complete', counts: { asked: 0 } });
    expect(asked()).toEqual([]);
  });

  it('loses none when the source goes down meanwhile: the next run asks for them', async () => {
    const { collection, world, asked } = asking(4);
    const { runId, windowId } = await collection.plan();
    await collection.collectWindow().execute({ windowId, attempt: 1, lastAttempt: true }, NEVER);
    world.mood = 'down';
    const [inquiry = ''] = await collection.openWindows(runId);
    const retried = await collection
      .collectWindow()
      .execute({ windowId: inquiry, attempt: 1, lastAttempt: false }, NEVER);
    expect(retried).toMatchObject({ ok: false, error: { code: 'windows.retry-later' } });
    await collection.collectWindow().execute({ windowId: inquiry, attempt: 2, lastAttempt: true }, NEVER);
    expect(collection.run(runId)).toMatchObject({ outcome: 'partial', counts: { created: 4, asked: 0 } });

    world.mood = 'well';
    asked();
    expect(await collection.complete()).toMatchObject({ outcome: 'complete', counts: { unchanged: 4, asked: 4 } });
    expect(asked()).toEqual(names(1, 4));
  });

  it('counts and stores once what two workers have asked for, of whom one was believed dead', async () => {
    const { collection, asked } = asking(4);
    const { runId, windowId } = await collection.plan();
    await collection.collectWindow().execute({ windowId, attempt: 1, lastAttempt: false }, NEVER);
    const [inquiry = ''] = await collection.openWindows(runId);
    const work = () => collection.collectWindow().execute({ windowId: inquiry, attempt: 1, lastAttempt: false }, NEVER);
    await Promise.all([work(), work()]);
    expect(asked()).toHaveLength(8);
    expect(collection.run(runId)).toMatchObject({ outcome: 'complete', counts: { asked: 4 } });
    expect(collection.announced()).toHaveLength(8);
  });

  it('leaves out one that the source refuses to tell of, and says so', async () => {
    const { collection, source } = asking(4);
    source.secret.add('3');
    const run = await collection.complete();
    expect(run).toMatchObject({ outcome: 'parse-errors', counts: { asked: 4, skipped: 1 } });
    expect(collection.database.runEvents(run.id)).toContainEqual(
      expect.objectContaining({ type: 'item-skipped', data: expect.objectContaining({ sourceId: '3' }) }),
    );
    expect(collection.vacancy('4')?.details).not.toBeNull();
  });

  const points = (['before-commit', 'after-commit'] as const).flatMap((point) =>
    Array.from({ length: 9 }, (_, commit) => [point, commit] as const),
  );

  it.each(points)('and counts everything once when it dies %s %d', async (point, dying) => {
    const { collection } = asking(25);
    const { runId, windowId } = await collection.plan();
    await collection.collectWindow().execute({ windowId, attempt: 1, lastAttempt: false }, NEVER);
    const [inquiry = ''] = await collection.openWindows(runId);
    const crashing = new CrashingUnitOfWork(collection.database.unitOfWork, (commit) =>
      commit === dying ? point : undefined,
    );
    const work = () =>
      collection.collectWindow(crashing).execute({ windowId: inquiry, attempt: 1, lastAttempt: false }, NEVER);
    await work().catch((error: unknown) => {
      if (!(error instanceof Crash)) throw error;
    });
    await work();
    expect(crashing.commits).toBeGreaterThan(dying);
    expect(collection.run(runId)).toMatchObject({ outcome: 'complete', counts: { created: 25, asked: 25 } });
    const revisions = [...collection.database.read().vacancies.values()].map(({ revision }) => revision);
    expect(new Set(revisions)).toEqual(new Set([2]));
    expect(collection.announced()).toHaveLength(50);
  });
});

describe('a full run', () => {
  it('V-16: finds out what has become of those that are seen no longer: closed, or gone', async () => {
    const { collection, world, source, asked } = asking(5);
    await collection.complete();
    asked();
    collection.minutes = 60;
    world.vacancies = world.vacancies.slice(0, 3);
    source.archived.add('4');
    const run = await collection.complete();
    expect(run).toMatchObject({ outcome: 'complete', counts: { unchanged: 3, asked: 2, archived: 1, gone: 1 } });
    expect(asked()).toEqual(['4', '5']);
    expect(collection.vacancy('4')?.state).toBe('archived');
    expect(collection.vacancy('5')?.state).toBe('gone');
    expect(collection.database.runEvents(run.id)).toContainEqual(
      expect.objectContaining({ type: 'swept', data: { unseen: 2 } }),
    );
    collection.minutes = 120;
    expect(await collection.complete()).toMatchObject({ counts: { asked: 0, archived: 0, gone: 0 } });
  });

  it('opens again what comes back, and keeps its history', async () => {
    const { collection, world } = asking(2);
    await collection.complete();
    const all = world.vacancies;
    collection.minutes = 60;
    world.vacancies = all.slice(0, 1);
    await collection.complete();
    collection.minutes = 120;
    world.vacancies = all;
    await collection.complete();
    const { id = '', state } = collection.vacancy('2') ?? {};
    expect(state).toBe('active');
    const states = (collection.database.read().changes.get(id) ?? []).flatMap((change) => change.state ?? []);
    expect(states).toEqual([
      { before: 'active', after: 'gone' },
      { before: 'gone', after: 'active' },
    ]);
  });

  it('of a part asks only for what that part has shown, and takes those for open that are elsewhere', async () => {
    const { collection, world, asked } = asking(4);
    await collection.complete();
    const all = world.vacancies;
    world.vacancies = all.slice(0, 2);
    await collection.complete({ areas: ['1'] });
    asked();
    collection.minutes = 60;
    world.vacancies = all.slice(0, 1);
    expect(await collection.complete({ areas: ['2'] })).toMatchObject({ counts: { asked: 0 } });
    expect(await collection.complete({ areas: ['1'] })).toMatchObject({ counts: { asked: 1, gone: 1 } });
    expect(asked()).toEqual(['2']);
    expect(collection.vacancy('3')?.state).toBe('active');
  });

  it.each([
    ['that did not see all', (collection: Collecting) => (collection.world.spoiled.add('1'), {})],
    ['of a part', () => ({ areas: ['1'] })],
  ])('%s concludes nothing where nothing can be asked', async (_, prepare) => {
    const collection = new Collecting();
    collection.world.vacancies = snapshots(3);
    await collection.complete(prepare(collection));
    collection.minutes = 60;
    collection.world.vacancies = snapshots(2);
    await collection.complete(prepare(collection));
    expect(collection.vacancy('3')?.state).toBe('active');
  });

  it('of everything ends what it does not see where nothing can be asked', async () => {
    const collection = new Collecting();
    collection.world.vacancies = snapshots(3);
    await collection.complete();
    collection.minutes = 60;
    collection.world.vacancies = snapshots(2);
    expect(await collection.complete()).toMatchObject({ outcome: 'complete', counts: { asked: 0, gone: 1 } });
    expect(collection.vacancy('3')?.state).toBe('gone');
    expect(collection.announced()).toHaveLength(4);
  });
});

describe('an incremental run', () => {
  /** Published so many minutes after the runs began. */
  const late = (sourceId: string, minutes: number) =>
    aSnapshot({ sourceId, publishedAt: new Date(Date.UTC(2026, 2, 1, 12, minutes)) });

  it('takes what was published since the last run of its query that read all, and somewhat before', async () => {
    const { collection, world } = asking(3);
    await collection.complete({ areas: ['1'] }, { mode: 'incremental' });
    expect(collection.storedIds()).toHaveLength(3);
    world.vacancies = [...world.vacancies, late('4', -40), late('5', 30)];
    collection.minutes = 60;
    const run = await collection.complete({ areas: ['1'] }, { mode: 'incremental' });
    expect(run).toMatchObject({ outcome: 'complete', found: 2, counts: { created: 2, unchanged: 0 } });
  });

  it('does not take those for closed that it leaves out', async () => {
    const { collection, world, asked } = asking(3);
    await collection.complete();
    asked();
    collection.minutes = 600;
    world.vacancies = [...world.vacancies.slice(0, 1), late('4', 30)];
    expect(await collection.complete({}, { mode: 'incremental' })).toMatchObject({ outcome: 'complete', found: 1 });
    expect(asked()).toEqual(['4']);
    expect(collection.vacancy('3')?.state).toBe('active');
  });

  it('leaves nothing out that a run did not read to its end', async () => {
    const { collection, world } = asking(9);
    expect(await collection.complete({}, { mode: 'full', maxRequests: 2 })).toMatchObject({ outcome: 'partial' });
    expect(collection.storedIds()).toHaveLength(6);
    collection.minutes = 600;
    expect(await collection.complete({}, { mode: 'incremental' })).toMatchObject({ outcome: 'complete', found: 9 });
    expect(world.vacancies).toHaveLength(collection.storedIds().length);
  });
});

describe('a run that has sent all the requests that it may send', () => {
  it('ends partial and says why, with nothing lost: the next one goes on', async () => {
    const { collection, world, asked } = asking(9);
    const run = await collection.complete({}, { maxRequests: 5 });
    expect(run).toMatchObject({ outcome: 'partial', reason: 'it has sent all the requests that it may send' });
    expect(run.counts).toMatchObject({ requests: 5, created: 9, asked: 2 });
    // Asking costs the fake another page.
    expect(world.requests).toBe(5);
    asked();
    await collection.complete();
    expect(asked()).toHaveLength(7);
    const details = [...collection.database.read().vacancies.values()].map((row) => row.details);
    expect(details.filter((one) => one === null)).toEqual([]);
  });

  it('counts requests that brought nothing, and those that were too many', async () => {
    const { collection, source } = asking(9);
    const { runId, windowId } = await collection.plan({}, { maxRequests: 5 });
    const { page } = source;
    const work = () => collection.collectWindow().execute({ windowId, attempt: 1, lastAttempt: false }, NEVER);
    source.page = async () => ({
      ok: false,
      error: { code: 'source.unavailable', detail: 'it is down', requests: 4, throttled: 1 },
    });
    expect(await work()).toMatchObject({ ok: false, error: { code: 'windows.retry-later' } });
    expect(collection.run(runId)?.counts).toMatchObject({ requests: 4, throttled: 1, fetched: 0 });
    source.page = page;
    expect(await work()).toEqual({ ok: true, value: 'capped' });
    expect(collection.run(runId)).toMatchObject({ outcome: 'partial', counts: { requests: 5, fetched: 3 } });
  });

  it('sends none beyond them, although several workers are at it', async () => {
    const { collection, world } = asking(300);
    world.depth = 30;
    world.now = new Date(Date.UTC(2026, 2, 1));
    world.vacancies = world.vacancies.map((one, index) => ({
      ...one,
      publishedAt: new Date(Date.UTC(2026, 0, 1) + index * 3_600_000),
    }));
    const { runId } = await collection.plan({}, { maxRequests: 40 });
    for (let open = await collection.openWindows(runId); open.length > 0; open = await collection.openWindows(runId)) {
      await Promise.all(
        open.map((windowId) => collection.collectWindow().execute({ windowId, attempt: 1, lastAttempt: true }, NEVER)),
      );
    }
    expect(collection.run(runId)).toMatchObject({ outcome: 'partial' });
    expect(world.requests).toBeLessThanOrEqual(40);
    expect(world.requests).toBeGreaterThan(20);
  });
});
