import { aGateway, USER_IDS, type Call, type GatewayUnderTest } from './gateway.fixture';

const SCHEDULES = '/api/v1/schedules';
const NOWHERE = `${SCHEDULES}/00000000-0000-7000-8000-ffffffffffff`;
const WISH = {
  name: 'Moscow',
  source: 'headhunter',
  query: { text: 'повар', areas: ['1'] },
  cron: '0 9 * * MON',
  timeZone: 'Europe/Moscow',
};

let gateway: GatewayUnderTest;
beforeEach(async () => {
  gateway = await aGateway();
});
afterEach(() => gateway.app.close());

type Method = Parameters<GatewayUnderTest['call']>[0];
const call = (method: Method, url: string, body?: object, headers: Call['headers'] = {}) =>
  gateway.call(method, url, { role: 'superuser', headers, body });

const create = (changes: object = {}) => call('post', SCHEDULES, { ...WISH, ...changes });
const created = async (changes: object = {}): Promise<string> => (await create(changes)).headers['location'] as string;

describe('POST /api/v1/schedules', () => {
  it('C-1, C-2: makes a schedule of any query, and says where it is and of which revision', async () => {
    const { status, body, headers } = await create({ jitterSeconds: 600, overlap: 'queue', mode: 'incremental' });
    expect([status, headers['location'], headers['etag']]).toEqual([201, `${SCHEDULES}/${body.id}`, '"1"']);
    expect(body).toMatchObject({
      ...{ ...WISH, description: null, jitterSeconds: 600, overlap: 'queue', misfire: 'fire-once', paused: false },
      ...{
        mode: 'incremental',
        maxRequests: null,
        misfireToleranceSeconds: 300,
        nextFire: { at: '2026-05-04T06:00:00.000Z' },
        lastFire: null,
        revision: 1,
      },
    });
    expect((await call('get', headers['location'] as string)).body).toMatchObject(body);
  });

  it('can make it paused', async () => {
    expect((await create({ paused: true })).body).toMatchObject({ paused: true, nextFire: null });
  });

  it('refuses a name that is taken', async () => {
    await create();
    const { status, body } = await create();
    expect([status, body.code, body.errors[0].pointer]).toEqual([409, 'schedules.name-taken', '/name']);
  });

  it.each<[string, object]>([
    ['/name', { name: '' }],
    ['/name', { name: undefined }],
    ['/source', { source: 'linkedin' }],
    ['/source', { source: 'own' }],
    ['/query/texts', { query: { texts: 'a' } }],
    ['/query', { query: undefined }],
    ['/cron', { cron: 'whenever' }],
    ['/cron', { cron: '*/30 * * * * *' }],
    ['/cron', { cron: '0 0 31 2 *' }],
    ['/timeZone', { timeZone: 'Europe/Atlantis' }],
    ['/jitterSeconds', { jitterSeconds: '60' }],
    ['/jitterSeconds', { cron: '*/5 * * * *', jitterSeconds: 300 }],
    ['/mode', { mode: 'partial' }],
    ['/mode', { mode: null }],
    ['/maxRequests', { maxRequests: 1.5 }],
    ['/overlap', { overlap: 'both' }],
    ['/misfire', { misfire: null }],
    ['/misfireToleranceSeconds', { misfireToleranceSeconds: 1.5 }],
    ['/paused', { paused: null }],
    ['/enabled', { enabled: true }],
  ])('names %s in its refusal of %j, and repeats nothing of it', async (pointer, changes) => {
    const { status, body } = await create(changes);
    expect([status, body.errors.map((fault: { pointer: string }) => fault.pointer)]).toEqual([400, [pointer]]);
    expect(JSON.stringify(body)).not.toMatch(/linkedin|whenever|Atlantis/);
    expect(gateway.database.read().schedules.size).toBe(0);
  });
});

describe('GET /api/v1/schedules', () => {
  it('lists schedules, the newest first, a page at a time', async () => {
    const made: string[] = [];
    for (const name of ['one', 'two', 'three']) made.unshift((await create({ name })).body.id);
    const first = (await call('get', `${SCHEDULES}?limit=2`)).body;
    const second = (await call('get', `${SCHEDULES}?limit=2&cursor=${first.nextCursor}`)).body;
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(made);
    expect(second.nextCursor).toBeUndefined();
  });

  it('refuses a cursor of another list', async () => {
    const cursor = Buffer.from('[1,"vacancies/an-engine/published",1,"x"]').toString('base64url');
    const { status, body } = await call('get', `${SCHEDULES}?cursor=${cursor}`);
    expect([status, body.code]).toEqual([400, 'schedules.cursor-expired']);
  });
});

describe('GET /api/v1/schedules/{id}', () => {
  it('shows when it fires next, in summer time too, and what became of its last times', async () => {
    const path = await created({ cron: '0 9 24-26 10 *', timeZone: 'Europe/Berlin' });
    const id = path.slice(SCHEDULES.length + 1);
    const fire = { at: new Date(0), outcome: 'skipped-misfire', runId: null, recordedAt: new Date(1) } as const;
    await gateway.database.unitOfWork.run((tx) => tx.schedules.recordFire(id, fire));
    const { body, headers } = await call('get', path);
    expect(headers['etag']).toBe('"1"');
    expect(body.nextFires.map(({ at }: { at: string }) => at)).toEqual([
      '2026-10-24T07:00:00.000Z',
      '2026-10-25T08:00:00.000Z',
      '2026-10-26T08:00:00.000Z',
      '2027-10-24T07:00:00.000Z',
      '2027-10-25T07:00:00.000Z',
    ]);
    expect(body.lastFires).toEqual([
      { ...fire, at: '1970-01-01T00:00:00.000Z', recordedAt: '1970-01-01T00:00:00.001Z' },
    ]);
    expect(body.lastFire).toEqual(body.lastFires[0]);
  });

  it('is a 404 for a schedule that is not there, and a 400 for what is no identifier', async () => {
    expect((await call('get', NOWHERE)).body).toMatchObject({ status: 404, code: 'schedules.not-found' });
    expect((await call('get', `${SCHEDULES}/42`)).body).toMatchObject({ status: 400, code: 'validation-failed' });
  });
});

describe('PATCH and DELETE /api/v1/schedules/{id}', () => {
  it('change what is named, and answer with the new revision', async () => {
    const path = await created({ description: 'as it was' });
    const { status, body, headers } = await call('patch', path, { cron: '30 9 * * MON', query: {} });
    expect([status, headers['etag']]).toEqual([200, '"2"']);
    expect(body).toMatchObject({
      ...{ name: 'Moscow', description: 'as it was', query: {}, revision: 2 },
      nextFire: { at: '2026-05-04T06:30:00.000Z' },
    });
    expect((await call('patch', path, { description: null })).body).toMatchObject({ description: null, revision: 3 });
  });

  it('name what is wrong, and leave all as it is', async () => {
    const path = await created();
    for (const [pointer, change] of [
      ['/cron', { cron: null }],
      ['/jitterSeconds', { jitterSeconds: -1 }],
      ['/paused', { paused: true }],
      ['/revision', { revision: 7 }],
    ] as const) {
      const { status, body } = await call('patch', path, change);
      expect([status, body.errors[0].pointer]).toEqual([400, pointer]);
    }
    expect((await call('get', path)).body.revision).toBe(1);
    await create({ name: 'Kazan' });
    expect((await call('patch', path, { name: 'Kazan' })).body).toMatchObject({ status: 409 });
  });

  it('touch only the revision that was read, if the request says so', async () => {
    const path = await created();
    const read = { 'if-match': (await call('get', path)).headers['etag'] as string };
    expect((await call('patch', path, { overlap: 'queue' }, read)).status).toBe(200);
    for (const ifMatch of [read['if-match'], 'W/"2"', 'nonsense']) {
      for (const method of ['patch', 'delete'] as const) {
        const body = method === 'patch' ? { overlap: 'skip' } : undefined;
        const refused = await call(method, path, body, { 'if-match': ifMatch });
        expect(refused.body).toMatchObject({ status: 412, code: 'schedules.changed-meanwhile' });
      }
    }
    expect((await call('delete', path, undefined, { 'if-match': '"2"' })).status).toBe(204);
    expect((await call('get', path)).status).toBe(404);
  });

  it('are a 404 for a schedule that is not there', async () => {
    expect((await call('patch', NOWHERE, {})).status).toBe(404);
    expect((await call('delete', NOWHERE)).status).toBe(404);
  });
});

describe('POST /api/v1/schedules/{id}/pause and /resume', () => {
  it('stop a schedule and let it go on, as often as they are asked', async () => {
    const path = await created();
    for (const [action, paused, revision] of [
      ['pause', true, 2],
      ['pause', true, 2],
      ['resume', false, 3],
      ['resume', false, 3],
    ] as const) {
      const { status, body, headers } = await call('post', `${path}/${action}`);
      expect([status, body.paused, headers['etag']]).toEqual([200, paused, `"${revision}"`]);
      expect(body.nextFire === null).toBe(paused);
    }
  });

  it('are a 404 for a schedule that is not there', async () => {
    for (const action of ['pause', 'resume', 'run']) {
      const { body } = await call('post', `${NOWHERE}/${action}`, undefined, { 'idempotency-key': 'k' });
      expect(body).toMatchObject({ status: 404, code: 'schedules.not-found' });
    }
  });
});

describe('POST /api/v1/schedules/{id}/run', () => {
  const run = (path: string, key = 'a-key') => call('post', `${path}/run`, undefined, { 'idempotency-key': key });

  it('has collected now what the schedule collects, says where to follow it, and disturbs no time', async () => {
    const path = await created({ mode: 'incremental', maxRequests: 50 });
    const before = (await call('get', path)).body;
    const { status, body, headers } = await run(path);
    expect([status, headers['location']]).toEqual([202, `/api/v1/collections/${body.id}`]);
    expect(body).toMatchObject({
      ...{ query: WISH.query, mode: 'incremental', maxRequests: 50, status: 'requested' },
      ...{ requestedBy: { kind: 'schedule', id: before.id } },
    });
    expect((await call('get', headers['location'] as string)).body).toMatchObject(body);
    expect((await call('get', path)).body).toEqual(before);
    const events = [...gateway.database.read().outbox.values()].map(({ event }) => event);
    expect(events).toEqual([{ kind: 'collection-requested', runId: body.id, source: 'headhunter' }]);
  });

  it('makes one run of one key, and refuses it for another schedule', async () => {
    const [path, other] = [await created(), await created({ name: 'Kazan' })];
    const answers = [await run(path), await run(path)];
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect((await run(other)).body).toMatchObject({ status: 422, code: 'collections.idempotency-key-reused' });
    expect((await call('post', `${path}/run`)).body.errors[0].pointer).toBe('/Idempotency-Key');
  });
});

it('A-16: every decision is in the audit trail, with who made it', async () => {
  const path = await created();
  await call('patch', path, { name: 'Kazan' });
  await call('post', `${path}/pause`);
  await call('post', `${path}/resume`);
  await call('post', `${path}/run`, undefined, { 'idempotency-key': 'k' });
  await call('delete', path);
  const events = [...gateway.database.read().audit.values()];
  expect(events.map(({ action }) => action.replace('schedule.', ''))).toEqual([
    ...['created', 'changed', 'paused', 'resumed', 'run', 'deleted'],
  ]);
  expect(new Set(events.map(({ actor }) => actor.id))).toEqual(new Set([USER_IDS.superuser]));
});
