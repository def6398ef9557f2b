import { at } from '@job-scope/vacancies-testing';
import { CancelCollection } from './cancel-collection.use-case';
import { clock, collectingFrom, LIMITS, NEVER, type Collecting } from './collecting.fixture';
import { PlanCollection } from './plan-collection.use-case';

const CLIENT = { ip: '::1', userAgent: null };

const cancel = (collection: Collecting, runId: string) =>
  new CancelCollection(collection.database.unitOfWork, clock).execute({
    requester: { userId: 'ann', client: CLIENT },
    runId,
  });

const refused = (code: string) => ({ ok: false, error: { code } });

describe('CancelCollection', () => {
  it('ends the run and what is left of its plan, and writes down who did', async () => {
    const collection = collectingFrom(5);
    const { runId, windowId } = await collection.plan();
    const cancelled = { status: 'finished', outcome: 'cancelled', finishedAt: at(60) };
    expect(await cancel(collection, runId)).toMatchObject({ ok: true, value: { id: runId, ...cancelled } });
    expect(collection.run(runId)).toMatchObject(cancelled);
    expect(collection.window(windowId)?.state).toBe('cancelled');
    expect(collection.eventTypes(runId).at(-1)).toBe('finished');
    const [entry] = await collection.database.trail.list({ limit: 1, subjectId: runId });
    expect(entry).toMatchObject({ action: 'collection.cancelled', actor: { kind: 'user', id: 'ann' }, ...CLIENT });
  });

  it('leaves nothing to do for jobs that come later', async () => {
    const collection = collectingFrom(5);
    const { runId, windowId } = await collection.plan();
    await cancel(collection, runId);
    const collected = await collection.collectWindow().execute({ windowId, attempt: 1, lastAttempt: false }, NEVER);
    expect(collected).toEqual({ ok: true, value: 'already-ended' });
    expect(collection.world.requests).toBe(0);
  });

  it('keeps the page that is under way from being stored', async () => {
    const collection = collectingFrom(5);
    const { runId, windowId } = await collection.plan();
    const { page } = collection.source;
    collection.source.page = async (...args) => {
      const answer = await page.apply(collection.source, args);
      await cancel(collection, runId);
      return answer;
    };
    await collection.collectWindow().execute({ windowId, attempt: 1, lastAttempt: false }, NEVER);
    expect(collection.storedIds()).toEqual([]);
    expect(collection.run(runId)?.counts.fetched).toBe(0);
  });

  it('keeps a run from being planned that was cancelled before', async () => {
    const collection = collectingFrom(5);
    const runId = await collection.request();
    await cancel(collection, runId);
    const ids = { next: () => 'a window' };
    await new PlanCollection(collection.database.unitOfWork, clock, ids, LIMITS).execute({ runId, attempt: 1 });
    expect(collection.database.read().windows.size).toBe(0);
    expect(collection.run(runId)?.outcome).toBe('cancelled');
  });

  it('can be repeated: the trail holds it once', async () => {
    const collection = collectingFrom(5);
    const { runId } = await collection.plan();
    const first = await cancel(collection, runId);
    expect(await cancel(collection, runId)).toEqual(first);
    expect(await collection.database.trail.list({ limit: 9, subjectId: runId })).toHaveLength(1);
  });

  it('refuses a run that has ended by itself, or was never asked for', async () => {
    const collection = collectingFrom(2);
    const { runId, windowId } = await collection.plan();
    await collection.collectWindow().execute({ windowId, attempt: 1, lastAttempt: false }, NEVER);
    const before = collection.database.read();
    expect(await cancel(collection, runId)).toEqual(refused('collections.already-finished'));
    expect(await cancel(collection, 'nobody')).toEqual(refused('collections.not-found'));
    expect(collection.database.read()).toEqual(before);
  });
});
