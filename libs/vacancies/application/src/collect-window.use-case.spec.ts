import { EVERYTHING } from '@job-scope/vacancies-domain';
import type { SourcePageRequest } from '@job-scope/vacancies-ports';
import { InMemoryVacancySource, OpenBudget } from '@job-scope/vacancies-testing';
import { collectingFrom, NEVER } from './collecting.fixture';

describe('CollectWindow', () => {
  it('stores every vacancy, announces each, and completes the run', async () => {
    const collection = collectingFrom(7);
    const { runId, windowId } = await collection.plan();

    expect(await collection.collectWindow().execute({ windowId, attempt: 1, lastAttempt: false }, NEVER)).toEqual({
      ok: true,
      value: 'done',
    });

    const counts = { requests: 3, fetched: 7, created: 7, changed: 0, unchanged: 0, skipped: 0 };
    expect(collection.storedIds()).toHaveLength(7);
    expect(collection.announced()).toHaveLength(7);
    expect(collection.window(windowId)).toMatchObject({ state: 'done', found: 7, counts });
    expect(collection.run(runId)).toMatchObject({
      status: 'finished',
      outcome: 'complete',
      reason: null,
      found: 7,
      counts,
    });
  });

  it('keeps its history in order', async () => {
    const collection = collectingFrom(4);
    const { runId, windowId } = await collection.plan();
    await collection.collectWindow().execute({ windowId, attempt: 1, lastAttempt: false }, NEVER);
    expect(collection.database.runEvents(runId)).toMatchObject([
      { seq: 1, type: 'started' },
      { seq: 2, type: 'planned', data: { windows: 1 } },
      { seq: 3, type: 'page-stored', data: { windowId, found: 4, fetched: 3, created: 3 } },
      { seq: 4, type: 'page-stored', data: { windowId, found: 4, fetched: 1, created: 1 } },
      { seq: 5, type: 'window-ended', data: { windowId, state: 'done' } },
      { seq: 6, type: 'finished', data: { outcome: 'complete', reason: null } },
    ]);
  });

  it('tells of each page once it is stored', async () => {
    const collection = collectingFrom(5);
    const { windowId } = await collection.plan();
    const pages: number[] = [];
    await collection
      .collectWindow()
      .execute({ windowId, attempt: 1, lastAttempt: false }, NEVER, ({ created }) => pages.push(created));
    expect(pages).toEqual([3, 2]);
  });

  it('announces nothing when nothing has changed', async () => {
    const collection = collectingFrom(5);
    await collection
      .collectWindow()
      .execute({ windowId: (await collection.plan()).windowId, attempt: 1, lastAttempt: false }, NEVER);
    const before = collection.announced();
    const { runId, windowId } = await collection.plan();
    await collection.collectWindow().execute({ windowId, attempt: 1, lastAttempt: false }, NEVER);
    expect(collection.announced()).toEqual(before);
    expect(collection.run(runId)).toMatchObject({ outcome: 'complete', counts: { created: 0, unchanged: 5 } });
  });

  it('announces what has changed, with its new revision', async () => {
    const collection = collectingFrom(2);
    await collection
      .collectWindow()
      .execute({ windowId: (await collection.plan()).windowId, attempt: 1, lastAttempt: false }, NEVER);
    collection.world.vacancies = collection.world.vacancies.map((each, index) =>
      index === 0 ? { ...each, title: 'Changed' } : each,
    );
    const { runId, windowId } = await collection.plan();
    await collection.collectWindow().execute({ windowId, attempt: 1, lastAttempt: false }, NEVER);
    expect(collection.announced().filter(({ revision }) => revision === 2)).toHaveLength(1);
    expect(collection.run(runId)).toMatchObject({ counts: { created: 0, changed: 1, unchanged: 1 } });
  });

  it('stores a vacancy once that a page shows twice (V-3), as its source counts it', async () => {
    const collection = collectingFrom(2);
    collection.world.vacancies = [...collection.world.vacancies, ...collection.world.vacancies].slice(0, 3);
    const { runId, windowId } = await collection.plan();
    await collection.collectWindow().execute({ windowId, attempt: 1, lastAttempt: false }, NEVER);
    expect([...collection.storedIds()].sort()).toEqual(['1', '2']);
    expect(collection.run(runId)).toMatchObject({
      outcome: 'complete',
      counts: { fetched: 3, created: 2, unchanged: 0 },
    });
  });

  it('records an item that it cannot understand, and keeps the rest (V-6)', async () => {
    const collection = collectingFrom(5);
    collection.world.spoiled.add('2');
    const { runId, windowId } = await collection.plan();
    await collection.collectWindow().execute({ windowId, attempt: 1, lastAttempt: false }, NEVER);
    expect(collection.storedIds()).toHaveLength(4);
    expect(collection.database.runEvents(runId).find(({ type }) => type === 'item-skipped')?.data).toEqual({
      windowId,
      sourceId: '2',
      reason: 'name must be a text, is null',
    });
    expect(collection.run(runId)).toMatchObject({
      outcome: 'parse-errors',
      counts: { fetched: 5, created: 4, skipped: 1 },
    });
    const kept = () => [...collection.database.read().rejectedItems.values()];
    const [spoiled] = collection.world.vacancies.filter(({ sourceId }) => sourceId === '2');
    expect(kept()).toMatchObject([{ source: 'headhunter', sourceId: '2', runId, raw: spoiled?.raw }]);
    collection.world.spoiled.clear();
    await collection.complete();
    expect([kept(), collection.storedIds().length]).toEqual([[], 5]);
  });

  it('says that a run was empty (V-7)', async () => {
    const collection = collectingFrom(0);
    const { runId, windowId } = await collection.plan();
    await collection.collectWindow().execute({ windowId, attempt: 1, lastAttempt: false }, NEVER);
    expect(collection.run(runId)).toMatchObject({ status: 'finished', outcome: 'empty', found: 0 });
  });

  it('says that a run was partial when the source shows less than it has, and no smaller part of it (V-5)', async () => {
    const collection = collectingFrom(20);
    collection.world.depth = 6;
    collection.world.divisible = false;
    const { runId, windowId } = await collection.plan();
    await collection.collectWindow().execute({ windowId, attempt: 1, lastAttempt: false }, NEVER);
    expect(collection.storedIds()).toHaveLength(6);
    expect(collection.run(runId)).toMatchObject({
      outcome: 'partial',
      reason: 'the source showed 6 of the 20 it has',
      found: 20,
    });
  });

  it('asks for what the run asks for', async () => {
    const collection = collectingFrom(1);
    const asked: SourcePageRequest[] = [];
    collection.source = new (class extends InMemoryVacancySource {
      override page(request: SourcePageRequest, signal: AbortSignal) {
        asked.push(request);
        return super.page(request, signal);
      }
    })(collection.world, new OpenBudget());
    const { windowId } = await collection.plan({ text: 'Kotlin', areas: ['1'] });
    await collection.collectWindow().execute({ windowId, attempt: 1, lastAttempt: false }, NEVER);
    const query = { text: 'Kotlin', areas: ['1'] };
    expect(asked).toEqual([{ query, slice: EVERYTHING, cursor: null }]);
  });

  it('finds nothing to do in a window that has ended', async () => {
    const collection = collectingFrom(4);
    const { runId, windowId } = await collection.plan();
    await collection.collectWindow().execute({ windowId, attempt: 1, lastAttempt: false }, NEVER);
    const before = collection.database.read();
    expect(await collection.collectWindow().execute({ windowId, attempt: 1, lastAttempt: false }, NEVER)).toEqual({
      ok: true,
      value: 'already-ended',
    });
    expect(collection.database.read()).toEqual(before);
    expect(collection.run(runId)?.outcome).toBe('complete');
  });

  it('stores each page once when two workers hold the same window', async () => {
    const collection = collectingFrom(20);
    const { runId, windowId } = await collection.plan();
    const ends = await Promise.all(
      [1, 2].map(() => collection.collectWindow().execute({ windowId, attempt: 1, lastAttempt: false }, NEVER)),
    );
    expect(ends).toContainEqual({ ok: true, value: 'done' });
    expect(collection.storedIds()).toHaveLength(20);
    expect(collection.run(runId)).toMatchObject({
      outcome: 'complete',
      counts: { fetched: 20, created: 20, unchanged: 0 },
    });
  });

  it('stops when it is told to, and can go on later', async () => {
    const collection = collectingFrom(20);
    const { runId, windowId } = await collection.plan();
    const stop = new AbortController();
    const stopped = collection
      .collectWindow()
      .execute({ windowId, attempt: 1, lastAttempt: false }, stop.signal, () => stop.abort());
    await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
    expect(collection.window(windowId)?.state).toBe('collecting');
    await collection.collectWindow().execute({ windowId, attempt: 1, lastAttempt: false }, NEVER);
    expect(collection.run(runId)).toMatchObject({ outcome: 'complete', counts: { fetched: 20, created: 20 } });
  });

  it('knows no window that was never planned', async () => {
    await expect(
      collectingFrom(1).collectWindow().execute({ windowId: 'nobody', attempt: 1, lastAttempt: false }, NEVER),
    ).resolves.toEqual({ ok: false, error: { code: 'windows.not-found' } });
  });
});
