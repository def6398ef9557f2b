import { at } from '@job-scope/vacancies-testing';
import { AbandonCollection } from './abandon-collection.use-case';
import { CancelCollection } from './cancel-collection.use-case';
import { clock, collectingFrom, LIMITS, NEVER, type Collecting } from './collecting.fixture';
import { DiscardDeadLetter } from './discard-dead-letter.use-case';
import { PlanCollection } from './plan-collection.use-case';
import { ReplayDeadLetter } from './replay-dead-letter.use-case';
import { ReplayDeadLetters } from './replay-dead-letters.use-case';

const requester = { userId: 'ann', client: { ip: '::1', userAgent: null } };
const refused = (code: string) => ({ ok: false, error: { code } });

const doors = ({ database: { unitOfWork, deadLetters } }: Collecting) => {
  const one = new ReplayDeadLetter(unitOfWork, clock);
  const all = new ReplayDeadLetters(deadLetters, one);
  return {
    replay: (id: string) => one.execute({ requester, id }),
    replayAll: (filter: { source?: string; reason?: string; limit?: number } = {}) =>
      all.execute({ requester, limit: 100, ...filter }),
    discard: (id: string) => new DiscardDeadLetter(unitOfWork, clock).execute({ requester, id }),
  };
};

const collect = (collection: Collecting, windowId: string) =>
  collection.collectWindow().execute({ windowId, attempt: 8, lastAttempt: true }, NEVER);

const letters = (collection: Collecting) => [...collection.database.read().deadLetters.values()];

/** A window whose second page the source would not give. */
const givenUp = async () => {
  const collection = collectingFrom(7);
  const planned = await collection.plan();
  const { page } = collection.source;
  collection.source.page = (request, signal) => {
    if (request.cursor !== null) collection.world.mood = 'down';
    return page.call(collection.source, request, signal);
  };
  // The first attempt brings a page, and so it is not the last.
  await collect(collection, planned.windowId);
  await collect(collection, planned.windowId);
  collection.source.page = page;
  collection.world.mood = 'well';
  return { collection, ...planned, ...doors(collection), id: letters(collection)[0]!.id };
};

const replaysIn = ({ database }: Collecting) =>
  [...database.read().outbox.values()].map(({ event }) => event).filter(({ kind }) => kind === 'work-replayed');

describe('a window that is given up', () => {
  it('is kept with why, when, and how often it was tried, in the transaction that ends it', async () => {
    const { collection, runId, windowId } = await givenUp();
    expect(letters(collection)).toMatchObject([
      { source: 'headhunter', runId, windowId, reason: 'source.unavailable', attempts: 8, failedAt: at(60) },
    ]);
    expect(collection.run(runId)).toMatchObject({ status: 'finished', outcome: 'partial' });
    expect(collection.window(windowId)?.state).toBe('failed');
  });

  it('is kept also when the source keeps us out', async () => {
    const collection = collectingFrom(7);
    const { windowId } = await collection.plan();
    collection.world.mood = 'blocked';
    await collect(collection, windowId);
    expect(letters(collection)).toMatchObject([{ windowId, reason: 'source.blocked' }]);
  });
});

describe('ReplayDeadLetter', () => {
  it('opens the window and its run again, says so, and writes down who did', async () => {
    const { collection, runId, windowId, id, replay } = await givenUp();
    const stood = collection.window(windowId);
    const settled = { state: 'replayed', settledAt: at(60) };
    expect(await replay(id)).toMatchObject({ ok: true, value: { id, ...settled } });
    expect(collection.run(runId)).toMatchObject({ status: 'collecting', outcome: null, finishedAt: null });
    expect(collection.window(windowId)).toEqual({ ...stood, state: 'collecting' });
    expect(collection.eventTypes(runId).at(-1)).toBe('replayed');
    expect(replaysIn(collection)).toMatchObject([{ deadLetterId: id, windowId, runId }]);
    const [entry] = await collection.database.trail.list({ limit: 1, subjectId: id });
    expect(entry).toMatchObject({ action: 'dead-letter.replayed', actor: { id: 'ann' } });
  });

  it('lets the run end well after all: nothing is lost, nothing is stored twice', async () => {
    const { collection, runId, windowId, id, replay } = await givenUp();
    await replay(id);
    expect(await collect(collection, windowId)).toEqual({ ok: true, value: 'done' });
    expect(collection.run(runId)).toMatchObject({
      outcome: 'complete',
      reason: null,
      counts: { created: 7, fetched: 7 },
    });
    expect([...collection.storedIds()].sort()).toEqual(['1', '2', '3', '4', '5', '6', '7']);
  });

  it('can be repeated: the work is announced once', async () => {
    const { collection, id, replay } = await givenUp();
    const first = await replay(id);
    const before = collection.database.read();
    expect(await replay(id)).toEqual(first);
    expect(collection.database.read()).toEqual(before);
  });

  it('leads to another letter if the work fails once more', async () => {
    const { collection, windowId, id, replay } = await givenUp();
    await replay(id);
    collection.world.mood = 'down';
    await collect(collection, windowId);
    expect(letters(collection).map(({ state }) => state)).toEqual(['replayed', 'open']);
  });

  it('changes nothing when it cannot be stored as a whole', async () => {
    const { collection, id } = await givenUp();
    const before = collection.database.read();
    const unitOfWork: typeof collection.database.unitOfWork = {
      run: (work) =>
        collection.database.unitOfWork.run(async (tx) => {
          await work(tx);
          throw new Error('killed');
        }),
    };
    await expect(new ReplayDeadLetter(unitOfWork, clock).execute({ requester, id })).rejects.toThrow('killed');
    expect(collection.database.read()).toEqual(before);
  });

  it('has a run planned that could not be planned', async () => {
    const collection = collectingFrom(2);
    const runId = await collection.request();
    const givenUp = { reason: 'job.failed', detail: 'a bug', attempts: 8 } as const;
    const abandon = new AbandonCollection(collection.database.unitOfWork, clock);
    expect(await abandon.execute({ runId, windowId: null, ...givenUp })).toBe(true);
    const [letter] = letters(collection);
    expect(letter).toMatchObject({ runId, windowId: null, ...givenUp });
    await doors(collection).replay(letter!.id);
    expect(collection.run(runId)).toMatchObject({ status: 'requested', outcome: null, reason: null });
    const ids = { next: () => '00000000-0000-7000-8000-00000000c0de' };
    await new PlanCollection(collection.database.unitOfWork, clock, ids, LIMITS).execute({ runId, attempt: 1 });
    expect(collection.run(runId)?.status).toBe('collecting');
  });

  it('refuses what was discarded, was never written, or belongs to a run that was cancelled', async () => {
    const { collection, runId, id, replay, discard } = await givenUp();
    expect(await replay('nothing')).toEqual(refused('dead-letters.not-found'));
    await replay(id);
    await new CancelCollection(collection.database.unitOfWork, clock).execute({ requester, runId });
    const other = await givenUp();
    const cancelled = { outcome: 'cancelled', reason: null } as const;
    await other.collection.database.unitOfWork.run((tx) => tx.collections.finishRun(other.runId, cancelled, at(61)));
    expect(await other.replay(other.id)).toEqual(refused('dead-letters.run-cancelled'));
    await other.discard(other.id);
    expect(await other.replay(other.id)).toEqual(refused('dead-letters.discarded'));
    expect(await discard(id)).toEqual(refused('dead-letters.replayed'));
  });
});

describe('ReplayDeadLetter of a run that has sent all the requests that it may send', () => {
  it('is refused, and leaves the letter and the run as they are', async () => {
    const { collection, runId, id, replay, discard } = await givenUp();
    await collection.database.unitOfWork.run(async ({ collections }) => {
      while ((await collections.takeRequests(runId, 1_000)) > 0);
    });
    const before = collection.database.read();
    expect(await replay(id)).toEqual(refused('dead-letters.run-out-of-requests'));
    expect(collection.database.read()).toEqual(before);
    expect(await discard(id)).toMatchObject({ ok: true });
  });
});

describe('ReplayDeadLetters', () => {
  const many = async (count: number) => {
    const collection = collectingFrom(3);
    collection.world.mood = 'down';
    for (let index = 0; index < count; index += 1) await collect(collection, (await collection.plan()).windowId);
    return { collection, ...doors(collection) };
  };

  it('replays all that fits, in as many calls as the limit makes of it', async () => {
    const { collection, replayAll } = await many(5);
    expect(await replayAll({ source: 'trudvsem' })).toEqual({ replayed: 0, refused: 0, more: false });
    expect(await replayAll({ reason: 'source.blocked' })).toEqual({ replayed: 0, refused: 0, more: false });
    expect(await replayAll({ source: 'headhunter', limit: 3 })).toEqual({ replayed: 3, refused: 0, more: true });
    expect(await replayAll({ reason: 'source.unavailable', limit: 3 })).toEqual({
      replayed: 2,
      refused: 0,
      more: false,
    });
    expect(replaysIn(collection)).toHaveLength(5);
  });

  it('leaves those whose run was cancelled, and tells how many', async () => {
    const { collection, replayAll } = await many(3);
    const [letter] = letters(collection);
    const conclusion = { outcome: 'cancelled', reason: null } as const;
    await collection.database.unitOfWork.run((tx) => tx.collections.finishRun(letter!.runId, conclusion, at(61)));
    expect(await replayAll()).toEqual({ replayed: 2, refused: 1, more: false });
  });
});

describe('DiscardDeadLetter', () => {
  it('leaves the run as it is, writes down who did, and can be repeated', async () => {
    const { collection, runId, id, discard } = await givenUp();
    const run = collection.run(runId);
    const discarded = await discard(id);
    expect(discarded).toMatchObject({ ok: true, value: { state: 'discarded', settledAt: at(60) } });
    expect(await discard(id)).toEqual(discarded);
    expect(collection.run(runId)).toEqual(run);
    const entries = await collection.database.trail.list({ limit: 9, subjectId: id });
    expect(entries.map(({ action }) => action)).toEqual(['dead-letter.discarded']);
    expect(await discard('nothing')).toEqual(refused('dead-letters.not-found'));
  });
});
