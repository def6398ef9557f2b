import { aWindow, at } from '@job-scope/vacancies-testing';
import type { CollectionRepository } from '@job-scope/vacancies-ports';
import { aGateway, type Call, type GatewayUnderTest } from './gateway.fixture';

const COLLECTIONS = '/api/v1/collections';
const NOWHERE = `${COLLECTIONS}/00000000-0000-7000-8000-ffffffffffff`;

let gateway: GatewayUnderTest;
beforeEach(async () => {
  gateway = await aGateway();
});
afterEach(() => gateway.app.close());

const call = (method: 'get' | 'post', url: string, options: Call = {}) =>
  gateway.call(method, url, { role: 'superuser', ...options });

/** Asks for a run; gives its identifier and its address. */
const aRun = async (key = 'a-key') => {
  const wish = { source: 'headhunter', query: {} };
  const { body } = await call('post', COLLECTIONS, { body: wish, headers: { 'idempotency-key': key } });
  return { id: String(body.id), url: `${COLLECTIONS}/${body.id}` };
};

const store = (work: (collections: CollectionRepository) => Promise<void>) =>
  gateway.database.unitOfWork.run((tx) => work(tx.collections));

const finish = (id: string) =>
  store((collections) => collections.finishRun(id, { outcome: 'complete', reason: null }, at(9)));

const append = (id: string, ...pages: number[]) =>
  store((collections) =>
    collections.appendEvents(
      id,
      pages.map((page) => ({ type: 'page-stored', data: { page } })),
      at(1),
    ),
  );

describe('POST /api/v1/collections/{id}/cancel', () => {
  it('ends the run, and answers the same when it is asked again', async () => {
    const { url } = await aRun();
    const first = await call('post', `${url}/cancel`);
    expect([first.status, first.body.status, first.body.outcome]).toEqual([200, 'finished', 'cancelled']);
    expect((await call('post', `${url}/cancel`)).body).toEqual(first.body);
    expect((await call('get', url)).body).toMatchObject(first.body);
  });

  it('is too late for a run that has ended by itself', async () => {
    const { id, url } = await aRun();
    await finish(id);
    const { status, body } = await call('post', `${url}/cancel`);
    expect([status, body.code]).toEqual([409, 'collections.already-finished']);
  });

  it('is a 404 for a run that is not there', async () => {
    const { status, body } = await call('post', `${NOWHERE}/cancel`);
    expect([status, body.code]).toEqual([404, 'collections.not-found']);
  });
});

describe('GET /api/v1/collections/{id}/windows', () => {
  const windowsOf = async (runId: string, count: number) => {
    const slice = { publishedFrom: at(0), publishedTo: null, filters: { area: '1' } };
    const windows = Array.from({ length: count }, () => aWindow({ runId, slice }));
    await store((collections) => collections.addWindows(windows));
    return windows;
  };

  it('shows the plan of a run, a page at a time', async () => {
    const { id, url } = await aRun();
    const windows = await windowsOf(id, 3);
    const first = (await call('get', `${url}/windows?limit=2`)).body;
    const second = (await call('get', `${url}/windows?limit=2&cursor=${first.nextCursor}`)).body;
    const shown = [...first.items, ...second.items];
    expect(shown.map((window) => window.id)).toEqual(windows.map((window) => window.id));
    expect(shown[0]).toMatchObject({ state: 'planned', parentId: null, filters: { area: '1' }, found: null });
    expect(second.nextCursor).toBeUndefined();
  });

  it('refuses the cursor of another run, or of another list', async () => {
    const [one, other] = [await aRun('one'), await aRun('two')];
    await windowsOf(one.id, 3);
    const cursors = [
      (await call('get', `${one.url}/windows?limit=2`)).body.nextCursor,
      (await call('get', `${COLLECTIONS}?limit=1`)).body.nextCursor,
    ];
    for (const cursor of cursors) {
      const { status, body } = await call('get', `${other.url}/windows?cursor=${cursor}`);
      expect([status, body.code]).toEqual([400, 'collections.cursor-expired']);
    }
  });

  it('is a 404 for a run that is not there', async () => {
    const { status, body } = await call('get', `${NOWHERE}/windows`);
    expect([status, body.code]).toEqual([404, 'collections.not-found']);
  });
});

describe('GET /api/v1/collections/{id}/events', () => {
  const eventOf = (seq: number) =>
    `id: ${seq}\nevent: page-stored\ndata: {"at":"${at(1).toISOString()}","page":${seq}}\n\n`;

  it('tells what has happened, then what happens, and ends with the run', async () => {
    const { id, url } = await aRun();
    await append(id, 1, 2);
    const { events } = gateway.database.runs;
    let looks = 0;
    gateway.database.runs.events = async (...args) => {
      const found = await events.apply(gateway.database.runs, args);
      looks += 1;
      if (looks === 2) await append(id, 3);
      if (looks === 3) await finish(id);
      return found;
    };
    const { status, text, headers } = await call('get', `${url}/events`);
    expect([status, text]).toEqual([200, [1, 2, 3].map(eventOf).join('')]);
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
  });

  it('goes on behind the last event that a browser has seen, and stops browsers from coming again', async () => {
    const { id, url } = await aRun();
    await append(id, 1, 2, 3);
    await finish(id);
    const after = (seq: string) => call('get', `${url}/events`, { headers: { 'last-event-id': seq } });
    expect((await after('2')).text).toBe(eventOf(3));
    expect((await after('3')).status).toBe(204);
    expect((await after('nonsense')).text).toBe([1, 2, 3].map(eventOf).join(''));
  });

  it('is a 404 for a run that is not there', async () => {
    const { status, body } = await call('get', `${NOWHERE}/events`);
    expect([status, body.code]).toEqual([404, 'collections.not-found']);
  });
});
