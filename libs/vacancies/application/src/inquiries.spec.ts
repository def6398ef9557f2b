import { asking, names } from './asking.fixture';
import { NEVER } from './collecting.fixture';
import { Crash, CrashingUnitOfWork } from './crashes.fixture';

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
