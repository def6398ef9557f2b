import { asking } from './asking.fixture';
import { NEVER, snapshots } from './collecting.fixture';

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

  it('takes over a portion of what it may not ask for', async () => {
    const { collection, world } = asking(1_200);
    world.pageSize = 300;
    const first = await collection.complete({}, { maxRequests: 10 });
    expect(first.counts).toMatchObject({ created: 1_200, asked: 6 });
    const second = await collection.complete({}, { maxRequests: 10 });
    expect(second.counts).toMatchObject({ unchanged: 1_200, asked: 6 });
    const waiting = [...collection.database.read().inquiries.values()].map(({ runId }) => runId);
    expect(waiting.filter((runId) => runId === first.id)).toHaveLength(194);
  });

  it('is made up for by one that is still asking', async () => {
    const { collection, world } = asking(9);
    const { runId, windowId } = await collection.plan();
    const work = (id: string) =>
      collection.collectWindow().execute({ windowId: id, attempt: 1, lastAttempt: false }, NEVER);
    await work(windowId);
    const [inquiry = ''] = await collection.openWindows(runId);
    world.vacancies = snapshots(11);
    expect(await collection.complete({}, { maxRequests: 4 })).toMatchObject({ counts: { created: 2, asked: 0 } });
    expect(await work(inquiry)).toEqual({ ok: true, value: 'done' });
    expect(collection.run(runId)).toMatchObject({ outcome: 'complete', counts: { created: 9, asked: 11 } });
  });

  it('counts requests that brought nothing, and those that were too many', async () => {
    const { collection, source } = asking(9);
    const { runId, windowId } = await collection.plan({}, { maxRequests: 5 });
    const { page } = source;
    const work = () => collection.collectWindow().execute({ windowId, attempt: 1, lastAttempt: false }, NEVER);
    source.page = async (_request, _signal, quota) => {
      for (let sent = 0; sent < 4; sent += 1) await quota?.take();
      return { ok: false, error: { code: 'source.unavailable', detail: 'it is down', requests: 4, throttled: 1 } };
    };
    expect(await work()).toMatchObject({ ok: false, error: { code: 'windows.retry-later' } });
    expect(collection.run(runId)?.counts).toMatchObject({ requests: 4, throttled: 1, fetched: 0 });
    source.page = page;
    expect(await work()).toEqual({ ok: true, value: 'capped' });
    expect(collection.run(runId)).toMatchObject({ outcome: 'partial', counts: { requests: 5, fetched: 3 } });
  });

  it('sends them all and none beyond them, although several workers are at it', async () => {
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
    expect(world.requests).toBe(40);
  });
});
