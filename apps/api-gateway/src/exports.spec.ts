import { ok } from '@job-scope/kernel';
import type { VacancyExport } from '@job-scope/vacancies-ports';
import { hitOf, NO_HITS, vacancyToFind } from '@job-scope/vacancies-testing';
import { AdvanceExports } from '@job-scope/vacancies-application';
import { aGateway, NOW, type Call, type GatewayUnderTest } from './gateway.fixture';

const EXPORTS = '/api/v1/exports';

let gateway: GatewayUnderTest;
beforeEach(async () => {
  gateway = await aGateway();
});
afterEach(() => gateway.app.close());

const call = (method: 'get' | 'post' | 'delete', url: string, options: Call = {}) =>
  gateway.call(method, url, { role: 'user', ...options });

const request = (body: object = { format: 'csv' }, key = 'k') =>
  call('post', EXPORTS, { body, headers: { 'idempotency-key': key } });

/** What a worker does. */
const work = async (): Promise<void> => {
  const advance = new AdvanceExports(gateway.exports, gateway.search, gateway.files, { now: () => NOW });
  while ((await advance.execute()).taken);
};

const ready = async (): Promise<{ id: string; downloadUrl: string }> => {
  const items = [hitOf(vacancyToFind({ title: 'Повар' }))];
  gateway.search.answer = ok({ ...NO_HITS, items, total: { value: 1, exact: true } });
  const { body } = await request();
  await work();
  return (await call('get', `${EXPORTS}/${body.id}`)).body;
};

it('takes the filters of a search, and says where to follow the file that will be made', async () => {
  const wish = {
    format: 'jsonl',
    text: 'повар',
    areaId: ['1'],
    salaryFrom: 100,
    publishedFrom: '2026-01-01T00:00:00Z',
  };
  const { status, body, headers } = await request({ ...wish, sort: 'id', order: 'asc', hasTest: false });
  expect([status, body]).toMatchObject([202, { format: 'jsonl', status: 'requested', rows: 0, downloadUrl: null }]);
  expect(headers['location']).toBe(`${EXPORTS}/${body.id}`);
  expect((await call('get', headers['location']!)).body).toEqual(body);
  let search: VacancyExport['search'] | undefined;
  await gateway.exports.advance(NOW, async (open) => {
    search = open.search;
    return open;
  });
  expect(search).toMatchObject({
    ...{ text: 'повар', area: { ids: ['1'] }, salary: { fromMinor: 10_000 }, hasTest: false, sort: 'id', order: 'asc' },
    publishedFrom: new Date('2026-01-01T00:00:00Z'),
  });
});

it('gives the file by its link, to whoever has it', async () => {
  const { downloadUrl } = await ready();
  const { status, text, headers } = await gateway.call('get', downloadUrl);
  expect(status).toBe(200);
  expect(text).toContain(',Повар,');
  expect(headers).toMatchObject({
    'content-type': 'text/csv; charset=utf-8',
    'content-length': String(Buffer.byteLength(text)),
    'content-disposition': expect.stringMatching(/^attachment; filename="vacancies-[\da-f-]{36}\.csv"$/),
    'cache-control': 'private, no-store',
  });
});

it.each([
  ['another end', (url: string) => url.replace(/expires=\d+/, 'expires=1900000000'), 403, 'exports.link-invalid'],
  [
    'another export',
    (url: string) => url.replace(/exports\/[^/]+/, `exports/${OTHER_ID}`),
    403,
    'exports.link-invalid',
  ],
  ['another signature', (url: string) => url.replace(/.{43}$/, 'x'.repeat(43)), 403, 'exports.link-invalid'],
  ['no signature', (url: string) => url.replace(/&.*/, ''), 400, 'validation-failed'],
  ['no end', (url: string) => url.replace(/expires=\d+/, 'expires=now'), 400, 'validation-failed'],
])('gives nothing by a link with %s', async (_, change, status, code) => {
  const answer = await gateway.call('get', change((await ready()).downloadUrl));
  expect([answer.status, answer.body.code]).toEqual([status, code]);
});

const OTHER_ID = '00000000-0000-7000-8000-ffffffffffff';

it('tells nobody else of an export but superusers', async () => {
  const { body } = await request();
  const { status } = await call('get', `${EXPORTS}/${body.id}`, { role: 'superuser' });
  expect(status).toBe(200);
  const theirs = await gateway.call('post', EXPORTS, {
    ...{ role: 'superuser', body: { format: 'csv' }, headers: { 'idempotency-key': 'k' } },
  });
  for (const method of ['get', 'delete'] as const) {
    const answer = await call(method, `${EXPORTS}/${theirs.body.id}`);
    expect([answer.status, answer.body.code]).toEqual([404, 'exports.not-found']);
  }
});

it('lists your own, the newest first, page by page, with links to those that are ready', async () => {
  const { id } = await ready();
  const { body: open } = await request({ format: 'jsonl' }, 'another');
  await gateway.call('post', EXPORTS, {
    ...{ role: 'superuser', body: { format: 'csv' }, headers: { 'idempotency-key': 'k' } },
  });
  const { status, body, headers } = await call('get', `${EXPORTS}?limit=1`);
  expect([status, headers['cache-control'], body.items]).toEqual([200, 'private, no-store', [open]]);
  const second = (await call('get', `${EXPORTS}?limit=1&cursor=${body.nextCursor}`)).body;
  expect(second).toMatchObject({ items: [{ id, status: 'succeeded' }] });
  expect((await gateway.call('get', second.items[0].downloadUrl)).status).toBe(200);
  expect(second.nextCursor).toBeUndefined();
});

it('refuses a cursor of another list', async () => {
  const cursor = Buffer.from('[1,"vacancies/in-memory/schedules","x"]').toString('base64url');
  const { status, body } = await call('get', `${EXPORTS}?cursor=${cursor}`);
  expect([status, body.code]).toEqual([400, 'exports.cursor-expired']);
});

it('ends one, and its link with it', async () => {
  const { id, downloadUrl } = await ready();
  expect((await call('delete', `${EXPORTS}/${id}`)).status).toBe(204);
  for (const url of [`${EXPORTS}/${id}`, downloadUrl]) expect((await call('get', url)).status).toBe(404);
});

it('repeats nothing under one key, and takes it for no other wish', async () => {
  const [first, again, other] = [await request(), await request(), await request({ format: 'jsonl' })];
  expect(again.body).toEqual(first.body);
  expect([other.status, other.body.code]).toEqual([422, 'exports.idempotency-key-reused']);
});

it('makes no more than two at a time', async () => {
  const answers = [await request(undefined, 'a'), await request(undefined, 'b'), await request(undefined, 'c')];
  expect(answers.map(({ status }) => status)).toEqual([202, 202, 409]);
  expect(answers[2]?.body.code).toBe('exports.too-many');
});

it.each([
  ['format', {}],
  ['format', { format: 'xlsx' }],
  ['sort', { format: 'csv', sort: 'distance' }],
  ['text', { format: 'csv', text: ['a'] }],
  ['text', { format: 'csv', text: 5 }],
  ['areaId', { format: 'csv', areaId: [null] }],
  ['areaId', { format: 'csv', areaId: {} }],
  ['workFormat', { format: 'csv', workFormat: null }],
  ['text', { format: 'csv', text: null }],
  ['salaryFrom', { format: 'csv', salaryFrom: null }],
  ['salaryFrom', { format: 'csv', salaryFrom: {} }],
  ['salaryFrom', { format: 'csv', salaryFrom: -5 }],
  ['salaryTo', { format: 'csv', salaryTo: 1e15 }],
  ['lat', { format: 'csv', lat: 91, lng: 0, radiusKm: 1 }],
  ['radiusKm', { format: 'csv', lat: 0, lng: 0, radiusKm: 20_001 }],
  ['north', { format: 'csv', north: 1000, south: 0, west: 0, east: 1 }],
  ['publishedTo', { format: 'csv', publishedTo: 5 }],
  ['hasTest', { format: 'csv', hasTest: 'maybe' }],
  ['limit', { format: 'csv', limit: 5 }],
])('names a wrong %s', async (name, body) => {
  const answer = await request(body);
  expect([answer.status, answer.body.code, answer.body.errors[0].pointer.split('/')[1]]).toEqual([
    400,
    'validation-failed',
    name,
  ]);
});
