import { aGateway, USER_IDS, type Call, type GatewayUnderTest } from './gateway.fixture';

const COLLECTIONS = '/api/v1/collections';
const WISH = { source: 'headhunter', query: { text: 'повар', areas: ['1'] } };

let gateway: GatewayUnderTest;
beforeEach(async () => {
  gateway = await aGateway();
});
afterEach(() => gateway.app.close());

const call = (method: 'get' | 'post', url: string, options: Call = {}) =>
  gateway.call(method, url, { role: 'superuser', ...options });

const request = (body: object = WISH, key = 'a-key') =>
  call('post', COLLECTIONS, { body, headers: { 'idempotency-key': key } });

describe('POST /api/v1/collections', () => {
  it('accepts the wish, says where to follow it, and announces it', async () => {
    const { status, body, headers } = await request();
    expect(status).toBe(202);
    expect(headers['location']).toBe(`${COLLECTIONS}/${body.id}`);
    expect(body).toMatchObject({
      ...{ ...WISH, status: 'requested', outcome: null, progress: null },
      requestedBy: { kind: 'user', id: USER_IDS.superuser },
      requestedAt: '2026-05-01T12:00:00.000Z',
    });
    const events = [...gateway.database.read().outbox.values()].map(({ event }) => event);
    expect(events).toEqual([{ kind: 'collection-requested', runId: body.id, source: 'headhunter' }]);
  });

  it('gives the query back as it was asked, whatever it says', async () => {
    const query = {
      ...{ text: 'повар', searchFields: ['name'], excludedText: 'стажёр', experience: ['noExperience'] },
      ...{ workFormats: ['ON_SITE'], labels: ['with_address'], salary: 90_000, currency: 'RUR' },
      ...{ box: { top: 56, bottom: 55.5, left: 37.3, right: 37.6 }, onlyWithSalary: true, acceptTemporary: false },
    };
    const { status, body } = await request({ source: 'headhunter', query });
    expect([status, body.query]).toEqual([202, query]);
    expect((await call('get', `${COLLECTIONS}/${body.id}`)).body.query).toEqual(query);
  });

  it('takes all, within the usual limit, unless the wish says otherwise', async () => {
    expect((await request()).body).toMatchObject({ mode: 'full', maxRequests: null });
    const { body } = await request({ ...WISH, mode: 'incremental', maxRequests: 500 }, 'other');
    expect(body).toMatchObject({ mode: 'incremental', maxRequests: 500, counts: { asked: 0, archived: 0, gone: 0 } });
    expect((await call('get', `${COLLECTIONS}/${body.id}`)).body).toMatchObject({ ...body, windows: { capped: 0 } });
  });

  it('makes one run of one key, however often and in whatever order of fields it is sent', async () => {
    const turned = { query: { areas: ['1'], text: 'повар' }, source: 'headhunter' };
    const answers = await Promise.all([request(), request(), request(turned)]);
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202]);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    const { runs, outbox } = gateway.database.read();
    expect([runs.size, outbox.size]).toEqual([1, 1]);
  });

  it('makes another run of another key', async () => {
    await request(WISH, 'one');
    await request(WISH, 'two');
    expect(gateway.database.read().runs.size).toBe(2);
  });

  it('refuses a key that was used for something else', async () => {
    await request();
    const { status, body } = await request({ ...WISH, mode: 'incremental' });
    expect([status, body.code]).toEqual([422, 'collections.idempotency-key-reused']);
    expect(gateway.database.read().runs.size).toBe(1);
  });

  it.each([undefined, '', 'two words', 'clé', 'a'.repeat(256)])('refuses the key %j', async (key) => {
    const headers: Call['headers'] = key === undefined ? {} : { 'idempotency-key': key };
    const { status, body } = await call('post', COLLECTIONS, { body: WISH, headers });
    expect([status, body.errors[0].pointer]).toEqual([400, '/Idempotency-Key']);
  });

  it.each([
    ['/source', { source: 'linkedin', query: {} }],
    ['/source', { source: 'own', query: {} }],
    ['/source', { query: {} }],
    ['/source', { source: 7, query: {} }],
    ['/query', { source: 'headhunter' }],
    ['/query', { source: 'headhunter', query: [] }],
    ['/query', { source: 'headhunter', query: 'backend' }],
    ['/query/area', { source: 'headhunter', query: { area: '1' } }],
    ['/query/text', { source: 'headhunter', query: { text: 'a\0b' } }],
    ['/query/areas', { source: 'headhunter', query: { areas: ['1', ''] } }],
    ['/query/onlyWithSalary', { source: 'headhunter', query: { onlyWithSalary: 'yes' } }],
    ['/query/salary', { source: 'headhunter', query: { salary: '100000' } }],
    ['/query/experience', { source: 'trudvsem', query: { experience: ['noExperience'] } }],
    ['/query/box', { source: 'greenhouse', query: { box: { top: 56, bottom: 55, left: 37, right: 38 } } }],
    ['/mode', { source: 'headhunter', query: {}, mode: 'fast' }],
    ['/maxRequests', { source: 'headhunter', query: {}, maxRequests: 0 }],
    ['/maxRequests', { source: 'headhunter', query: {}, maxRequests: '100' }],
    ['/depth', { source: 'headhunter', query: {}, depth: 1 }],
  ])('names the field %s in its refusal of %j', async (pointer, body) => {
    const answer = await request(body);
    expect(answer.status).toBe(400);
    expect(answer.body.errors.map((fault: { pointer: string }) => fault.pointer)).toEqual([pointer]);
    expect(gateway.database.read().runs.size).toBe(0);
  });

  it('takes nothing but JSON', async () => {
    const answer = await call('post', COLLECTIONS, {
      headers: { 'content-type': 'text/plain', 'idempotency-key': 'k' },
    });
    expect([answer.status, answer.body.code]).toEqual([415, 'unsupported-media-type']);
  });
});

describe('GET /api/v1/collections', () => {
  it('lists runs, the newest first, a page at a time', async () => {
    for (const key of ['one', 'two', 'three']) await request(WISH, key);
    const ids = [...gateway.database.read().runs.keys()].sort().reverse();

    const first = (await call('get', `${COLLECTIONS}?limit=2`)).body;
    const second = (await call('get', `${COLLECTIONS}?limit=2&cursor=${first.nextCursor}`)).body;
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids);
    expect(second.nextCursor).toBeUndefined();
  });

  it('refuses a cursor of another list', async () => {
    const cursor = Buffer.from('[1,"vacancies/an-engine/published",1,"x"]').toString('base64url');
    const { status, body } = await call('get', `${COLLECTIONS}?cursor=${cursor}`);
    expect([status, body.code]).toEqual([400, 'collections.cursor-expired']);
  });
});

describe('GET /api/v1/collections/{id}', () => {
  it('shows how far the run has come', async () => {
    const { id } = (await request()).body;
    const { status, body } = await call('get', `${COLLECTIONS}/${id}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      counts: { requests: 0, fetched: 0, created: 0, changed: 0, unchanged: 0, skipped: 0 },
      windows: { planned: 0, collecting: 0, done: 0, split: 0, blocked: 0, failed: 0, cancelled: 0 },
    });
  });

  it('is a 404 for a run that is not there', async () => {
    const { status, body } = await call('get', `${COLLECTIONS}/00000000-0000-7000-8000-ffffffffffff`);
    expect([status, body.code]).toEqual([404, 'collections.not-found']);
  });
});
