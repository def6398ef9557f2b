import { err } from '@job-scope/kernel';
import type { CollectionQuery } from '@job-scope/vacancies-domain';
import { asking, EmployerByEmployer, names, of } from './asking.fixture';
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

  it('V-6: keeps what told details that nobody understands', async () => {
    const { collection, source } = asking(2);
    source.garbled.add('2');
    const run = await collection.complete();
    expect(run).toMatchObject({ outcome: 'parse-errors', counts: { asked: 2, skipped: 1 } });
    expect(collection.vacancy('2')).toMatchObject({ state: 'active', details: null, detailsRaw: { id: '2' } });
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

  describe('of which one cannot be asked for', () => {
    const last = async (windows: readonly string[], collection: ReturnType<typeof asking>['collection']) =>
      collection.collectWindow().execute({ windowId: windows[0] ?? '', attempt: 1, lastAttempt: true }, NEVER);

    it.each([
      ['the newest of many', 25, '25'],
      ['the newest of few', 4, '4'],
      ['the oldest, alone in its batch', 21, '1'],
    ])('passes over it when it was asked for thrice, and over no other: %s', async (_title, count, bad) => {
      const { collection, source, asked } = asking(count);
      source.unanswerable.add(bad);
      const run = await collection.complete();
      const tries = asked().filter((sourceId) => sourceId === bad);
      expect(tries).toHaveLength(3);
      expect(run).toMatchObject({ outcome: 'parse-errors', counts: { asked: count, skipped: 1 } });
      expect(collection.database.runEvents(run.id)).toContainEqual(
        expect.objectContaining({
          type: 'item-skipped',
          data: expect.objectContaining({ sourceId: bad, reason: 'not a vacancy' }),
        }),
      );
      const without = [...collection.database.read().vacancies.values()].filter(({ details }) => details === null);
      expect(without.map(({ sourceId }) => sourceId)).toEqual([bad]);
      expect(run.counts.requests).toBe(collection.world.requests);
    });

    it('passes over it though it is the only one that waits', async () => {
      const { collection, world, source, asked } = asking(4);
      await collection.complete();
      world.vacancies = world.vacancies.map((one) => (one.sourceId === '2' ? { ...one, title: 'Another' } : one));
      source.unanswerable.add('2');
      asked();
      expect(await collection.complete()).toMatchObject({ outcome: 'parse-errors', counts: { asked: 1, skipped: 1 } });
    });

    it('passes over none while the source tells of none, or is away', async () => {
      const { collection, world, source } = asking(4);
      const { runId, windowId } = await collection.plan();
      await last([windowId], collection);
      for (const { sourceId } of world.vacancies) source.unanswerable.add(sourceId);
      for (let attempt = 0; attempt < 5; attempt += 1) {
        const [inquiry = ''] = await collection.openWindows(runId);
        const retried = collection
          .collectWindow()
          .execute({ windowId: inquiry, attempt: 1, lastAttempt: false }, NEVER);
        expect(await retried).toMatchObject({ ok: false, error: { code: 'windows.retry-later' } });
        world.mood = world.mood === 'well' ? 'down' : 'well';
      }
      world.mood = 'well';
      source.unanswerable.clear();
      await last(await collection.openWindows(runId), collection);
      expect(collection.run(runId)).toMatchObject({ outcome: 'complete', counts: { asked: 4, skipped: 0 } });
    });

    it.each<[string, CollectionQuery, readonly string[], string]>([
      ['all employers', {}, ['closed', 'b'], 'b'],
      ['one, and knows of no other', { employers: ['b'] }, [], 'b'],
      ['one that has nothing else', { employers: ['a'] }, ['closed', 'a', 'b'], 'a'],
    ])('passes over it at a source that is asked employer by employer: for %s', async (_, query, all, employer) => {
      const { collection, world } = asking(0);
      const source = new EmployerByEmployer(world, all);
      source.closed.add('closed');
      source.unanswerable.add('1');
      source.completesLists = false;
      collection.source = source;
      world.vacancies = [of(employer, '1'), of('b', '2')];
      await collection.complete(query);
      collection.minutes = 60;
      source.completesLists = true;
      world.vacancies = [{ ...of(employer, '1'), title: 'Another' }, of('b', '2')];
      const { runId, windowId } = await collection.plan(query);
      await last([windowId], collection);
      const lists = await collection.openWindows(runId);
      for (const list of lists) await last([list], collection);
      const inquiry = await collection.openWindows(runId);
      expect(inquiry).toHaveLength(1);
      expect(await last(inquiry, collection)).toEqual({ ok: true, value: 'done' });
      expect(collection.run(runId)).toMatchObject({ counts: { asked: 1, skipped: 1 } });
    });

    it('asks a source that was away for one page only, until that is answered', async () => {
      const { collection, world, asked } = asking(9);
      const { runId, windowId } = await collection.plan();
      await last([windowId], collection);
      const [inquiry = ''] = await collection.openWindows(runId);
      const work = () =>
        collection.collectWindow().execute({ windowId: inquiry, attempt: 2, lastAttempt: false }, NEVER);
      world.mood = 'down';
      world.requests = 0;
      expect(await work()).toMatchObject({ ok: false });
      expect([world.requests, asked()]).toEqual([1, []]);
      world.mood = 'well';
      expect(await work()).toEqual({ ok: true, value: 'done' });
      expect(collection.run(runId)).toMatchObject({ outcome: 'complete', counts: { asked: 9 } });
    });

    it('stops at once when it is kept out, and holds that against none', async () => {
      const { collection, source, asked } = asking(4);
      const { runId, windowId } = await collection.plan();
      await last([windowId], collection);
      source.unanswerable.add('4');
      const { inquiry } = source;
      const captcha = err({ code: 'source.blocked', cause: 'captcha', detail: 'captcha' } as const);
      const ask: typeof inquiry.ask = async (one, signal) =>
        one.sourceId === '1' ? captcha : inquiry.ask(one, signal);
      Object.defineProperty(source, 'inquiry', { value: { ...inquiry, ask } });
      await last(await collection.openWindows(runId), collection);
      expect(asked()).toEqual(['2', '3', '4']);
      expect(collection.run(runId)).toMatchObject({ outcome: 'blocked', counts: { asked: 2, skipped: 0 } });
      expect([...collection.database.read().inquiries.values()]).toEqual([
        { runId, tries: 0 },
        { runId, tries: 0 },
      ]);
    });
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
