import { ok } from '@job-scope/kernel';
import { RelayOutbox } from '@job-scope/vacancies-application';
import {
  aVacancyToStore,
  InMemoryCollectionJobQueue,
  InMemorySearchIndex,
  NOTHING_TOLD,
} from '@job-scope/vacancies-testing';
import { aGateway, NOW, USER_IDS, type GatewayUnderTest } from './gateway.fixture';

let gateway: GatewayUnderTest;
let index: InMemorySearchIndex;
beforeEach(async () => {
  gateway = await aGateway();
  index = new InMemorySearchIndex();
  await index.prepare();
});
afterEach(() => gateway.app.close());

const urlOf = (id: string) => `/api/v1/vacancies/${id}`;

/** Stores and announces the vacancy as a collection does, and lets the relay deliver. */
const collect = async (content: string, sourceId = '1'): Promise<string> => {
  const id = await gateway.database.unitOfWork.run(async ({ vacancies, outbox }) => {
    const { written } = await vacancies.store([aVacancyToStore(sourceId, content, { title: content })], NOW);
    await outbox.append(
      written.map(({ id: vacancyId, revision }) => ({ kind: 'vacancy-changed', vacancyId, revision })),
    );
    return written[0]?.id ?? '';
  });
  await relay();
  return id;
};

const relay = async (): Promise<void> => {
  const { outbox, vacancies, revisions, duplicates, areas } = gateway.database;
  const ends = [vacancies, revisions, duplicates, areas, { now: () => NOW }] as const;
  const deliver = new RelayOutbox(outbox, new InMemoryCollectionJobQueue(), index, ...ends);
  while ((await deliver.execute(9)).claimed > 0);
};

const act = async (
  method: 'post' | 'patch' | 'delete',
  url: string,
  headers: Record<string, string> = {},
  body?: object,
) => {
  const answer = await gateway.call(method, url, { role: 'superuser', headers, body });
  await relay();
  return answer;
};

const indexed = async () => (await index.revisionsAfter(null, 9)).map(({ id }) => id);
const readable = async (id: string) => {
  const urls = ['', '/history', '/similar'].map((part) => `${urlOf(id)}${part}`);
  return Promise.all(urls.map(async (url) => (await gateway.call('get', url)).status));
};

it('V-9: hides a vacancy from every reader and the index, until it is shown again as its source tells it by then', async () => {
  gateway.search.alike = ok(NOTHING_TOLD);
  const id = await collect('a');
  expect((await act('post', `${urlOf(id)}/hide`)).status).toBe(204);
  expect([await readable(id), await indexed()]).toEqual([[404, 404, 404], []]);
  await collect('b');
  expect([await readable(id), await indexed()]).toEqual([[404, 404, 404], []]);
  expect((await act('post', `${urlOf(id)}/show`)).status).toBe(204);
  expect([await readable(id), await indexed()]).toEqual([[200, 200, 200], [id]]);
  expect((await gateway.call('get', urlOf(id))).body.title).toBe('b');
});

it('lists to superusers what is hidden, the last one first', async () => {
  const list = async (query = '') => {
    const { status, body } = await gateway.call('get', `/api/v1/vacancies/hidden${query}`, { role: 'superuser' });
    return { status, titles: body.items?.map(({ title }: { title: string }) => title), ...body };
  };
  expect(await list()).toMatchObject({ status: 200, items: [] });
  const ids = [await collect('a', '1'), await collect('b', '2'), await collect('c', '3')];
  for (const id of ids) await act('post', `${urlOf(id)}/hide`);
  const { titles, items, nextCursor } = await list('?limit=2');
  expect([titles, items[0]]).toEqual([
    ['c', 'b'],
    expect.objectContaining({ revision: 2, hiddenAt: NOW.toISOString() }),
  ]);
  expect((await list(`?limit=2&cursor=${nextCursor}`)).titles).toEqual(['a']);
  await act('post', `${urlOf(items[0].id)}/show`, { 'if-match': '"2"' });
  await act('delete', urlOf(items[1].id));
  expect((await list()).titles).toEqual(['a']);
  expect(await list('?cursor=bm90IGpzb24')).toMatchObject({ status: 400, code: 'vacancies.cursor-expired' });
});

it('V-9: deletes a vacancy for good: neither a collection nor a superuser brings it back', async () => {
  const id = await collect('a');
  expect((await act('delete', urlOf(id))).status).toBe(204);
  await collect('b');
  expect([await readable(id), await indexed()]).toEqual([[404, 404, 404], []]);
  for (const [method, url] of [
    ['post', `${urlOf(id)}/show`],
    ['post', `${urlOf(id)}/hide`],
    ['delete', urlOf(id)],
  ] as const) {
    const { status, body } = await act(method, url);
    expect([status, body.code]).toEqual([404, 'vacancies.not-found']);
  }
});

const WISH = { title: 'Повар', url: 'https://example.com/1' };
const create = (body: object, key: string | undefined = 'key') =>
  act('post', '/api/v1/vacancies', { ...(key !== undefined && { 'idempotency-key': key }) }, body);

it('V-9: creates a vacancy, which readers and the index have, and which is changed and hidden as any other', async () => {
  const body = {
    ...WISH,
    ...{ employer: { name: 'Ромашка' }, area: { id: '1', name: 'Москва' }, keySkills: ['Супы'] },
    ...{ salary: { from: 1000, to: null, currency: 'RUB', gross: true, period: 'month' } },
    ...{ description: '<p onclick="steal()">Варить<script>steal()</script></p>', workFormats: [{ name: 'На месте' }] },
  };
  const made = await create(body);
  const { id } = made.body;
  expect([made.status, made.headers['location']]).toEqual([201, urlOf(id)]);
  expect(made.body).toMatchObject({
    ...{ ...WISH, source: 'own', sourceId: id, state: 'active', area: body.area, salary: body.salary },
    ...{ employer: { id: 'Ромашка', name: 'Ромашка' }, workFormats: [{ id: 'На месте', name: 'На месте' }] },
    details: { description: { html: '<p>Варить</p>', text: 'Варить' }, keySkills: ['Супы'] },
  });
  const read = await gateway.call('get', urlOf(id));
  expect([read.body, read.headers['etag']]).toEqual([made.body, made.headers['etag']]);
  expect(await indexed()).toEqual([id]);
  const others = { description: '<p>Печь</p>', employer: null, archived: true, publishedAt: '2026-04-30T00:00:00Z' };
  expect((await change(id, others, { 'if-match': '"1"' })).body).toMatchObject({
    ...{ employer: null, state: 'archived', publishedAt: '2026-04-30T00:00:00.000Z', revision: 2 },
    ...{ details: { description: { text: 'Печь' }, keySkills: ['Супы'] } },
  });
  expect(await index.revisionsOf([id])).toEqual([{ id, revision: 2 }]);
  expect((await act('post', `${urlOf(id)}/hide`)).status).toBe(204);
  expect([(await gateway.call('get', urlOf(id))).status, await indexed()]).toEqual([404, []]);
  const [created] = (await gateway.database.trail.list({ limit: 9 })).toReversed();
  expect(created).toMatchObject({ action: 'vacancy.created', actor: { id: USER_IDS.superuser }, subject: { id } });
});

it('creates one vacancy for one key', async () => {
  const first = await create(WISH);
  expect((await create(WISH)).body).toEqual(first.body);
  expect(await indexed()).toEqual([first.body.id]);
  const { status, body } = await create({ ...WISH, title: 'Кок' });
  expect([status, body.code]).toEqual([422, 'vacancies.idempotency-key-reused']);
  const without = await gateway.call('post', '/api/v1/vacancies', { role: 'superuser', body: WISH });
  expect([without.status, without.body.errors[0].pointer]).toEqual([400, '/Idempotency-Key']);
});

it.each([
  ['anonymous', 401],
  ['user', 403],
] as const)('lets no %s create a vacancy', async (role, status) => {
  const headers = { 'idempotency-key': 'key' };
  expect((await gateway.call('post', '/api/v1/vacancies', { role, headers, body: WISH })).status).toBe(status);
  expect(gateway.database.read().vacancies.size).toBe(0);
});

it.each([
  [['/title', '/url'], {}],
  [['/title', '/url', '/hasTest'], { title: null, url: 'x', hasTest: 'yes' }],
  [['/area', '/description'], { ...WISH, area: 'Москва', description: '<script>alert(1)</script>' }],
  [['/source'], { ...WISH, source: 'headhunter' }],
])('V-6: names %j when no vacancy can be like that, and stores nothing', async (pointers, body) => {
  const answer = await create(body);
  expect(answer.status).toBe(400);
  expect(answer.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(pointers);
  expect(gateway.database.read().vacancies.size).toBe(0);
});

const change = (id: string, body: object, headers = {}) => act('patch', urlOf(id), headers, body);

it('V-9: changes what a vacancy says, in the index too, and its source changes only the rest', async () => {
  const id = await collect('a');
  const salary = { from: 1500.5, to: null, currency: 'RUB', gross: true, period: 'month' };
  const { status, body } = await change(id, { title: 'Edited', applyUrl: 'https://x.example/1', salary });
  expect(status).toBe(200);
  expect(body).toMatchObject({ title: 'Edited', applyUrl: 'https://x.example/1', salary, revision: 2 });
  expect(await index.revisionsOf([id])).toEqual([{ id, revision: 2 }]);
  await collect('b');
  const after = (await gateway.call('get', urlOf(id))).body;
  expect(after).toMatchObject({ title: 'Edited', salary, revision: 3 });
  expect(await index.revisionsOf([id])).toEqual([{ id, revision: 3 }]);
  const [newest] = (await gateway.call('get', `${urlOf(id)}/history`)).body.items;
  expect(newest).toMatchObject({ revision: 2, title: { before: 'a', after: 'Edited' } });
  const [noted] = await gateway.database.trail.list({ limit: 9 });
  expect(noted).toMatchObject({ action: 'vacancy.changed', actor: { id: USER_IDS.superuser }, subject: { id } });
  expect(noted?.details).toEqual({ revision: '2', fields: 'title, applyUrl, salary' });
});

it('gives a changed field back to its source: it is at once what that has told last, and follows it again', async () => {
  const edits = async (id: string) => {
    const { status, body } = await gateway.call('get', `${urlOf(id)}/edits`, { role: 'superuser' });
    return [status, body.items ?? body.code];
  };
  const giveBack = (id: string, field: string, headers = {}) => act('delete', `${urlOf(id)}/edits/${field}`, headers);
  const id = await collect('a');
  expect(await edits(id)).toEqual([200, []]);
  await change(id, { title: 'Edited', hasTest: true });
  expect(await edits(id)).toEqual([200, ['title', 'hasTest']]);
  await collect('b');
  expect((await giveBack(id, 'title', { 'if-match': '"2"' })).body.code).toBe('vacancies.changed-meanwhile');
  expect((await giveBack(id, 'title', { 'if-match': '"3"' })).status).toBe(204);
  expect((await giveBack(id, 'title')).status).toBe(204);
  expect((await gateway.call('get', urlOf(id))).body).toMatchObject({ title: 'b', hasTest: true, revision: 4 });
  expect([await edits(id), await index.revisionsOf([id])]).toEqual([[200, ['hasTest']], [{ id, revision: 4 }]]);
  const [noted] = await gateway.database.trail.list({ limit: 9 });
  expect(noted).toMatchObject({ action: 'vacancy.given-back', details: { revision: '4', field: 'title' } });
  await collect('c');
  expect((await gateway.call('get', urlOf(id))).body).toMatchObject({ title: 'c', hasTest: true });
  const { status, body } = await giveBack(id, 'state');
  expect([status, body.errors[0].pointer]).toEqual([400, '/field']);
  await act('post', `${urlOf(id)}/hide`);
  expect([await edits(id), (await giveBack(id, 'hasTest')).status]).toEqual([[404, 'vacancies.not-found'], 404]);
});

it('writes nothing when nothing is other than it was', async () => {
  const id = await collect('a');
  expect((await change(id, { title: 'a' })).body.revision).toBe(1);
  expect((await change(id, {})).body.revision).toBe(1);
  expect(await gateway.database.trail.list({ limit: 9 })).toEqual([]);
});

it.each([
  ['title', { title: null }],
  ['title', { title: '' }],
  ['title', { title: 'x'.repeat(501) }],
  ['title', { title: 5 }],
  ['url', { url: 'javascript:alert(1)' }],
  ['url', { url: null }],
  ['applyUrl', { applyUrl: 'x' }],
  ['requirement', { requirement: 'x'.repeat(10_001) }],
  ['responsibility', { responsibility: '\u0000' }],
  ['hasTest', { hasTest: null }],
  ['description', { description: '<img src="x">' }],
  ['employer', { employer: { id: '1' } }],
  ['keySkills', { keySkills: [5] }],
  ['salary', { salary: {} }],
  ['salary', { salary: 'much' }],
  ['salary', { salary: { from: 2, to: 1, currency: 'RUB' } }],
  ['salary', { salary: { from: 1e300, currency: 'RUB' } }],
  ['salary', { salary: { from: '1', currency: 'RUB' } }],
  ['salary', { salary: { from: 1, currency: 'rub' } }],
  ['salary', { salary: { from: 1, currency: 'RUB', period: 'year' } }],
  ['state', { state: 'gone' }],
])('V-6: names a wrong %s, and stores nothing of it', async (name, body) => {
  const id = await collect('a');
  const answer = await change(id, { responsibility: 'fine', ...body });
  expect([answer.status, answer.body.errors[0].pointer]).toEqual([400, `/${name}`]);
  expect((await gateway.call('get', urlOf(id))).body.revision).toBe(1);
});

it('knows a vacancy by one tag, whoever gave it and whatever it is for', async () => {
  const id = await collect('a');
  const tag = async () => (await gateway.call('get', urlOf(id))).headers['etag'] ?? '';
  const first = await tag();
  const changed = await change(id, { title: 'x' }, { 'if-match': first });
  expect([changed.status, changed.headers['etag']]).toEqual([200, await tag()]);
  const unchanged = await gateway.call('get', urlOf(id), { headers: { 'if-none-match': await tag() } });
  expect(unchanged.status).toBe(304);
  for (const wrong of [first, `W/${await tag()}`]) {
    expect((await change(id, { title: 'y' }, { 'if-match': wrong })).status).toBe(412);
  }
  expect((await act('post', `${urlOf(id)}/hide`, { 'if-match': await tag() })).status).toBe(204);
});

it('changes nothing of a vacancy that is another by now, or hidden', async () => {
  const id = await collect('a');
  expect((await change(id, { title: 'x' }, { 'if-match': '"7"' })).body.code).toBe('vacancies.changed-meanwhile');
  await act('post', `${urlOf(id)}/hide`);
  expect((await change(id, { title: 'x' })).body.code).toBe('vacancies.not-found');
});

it('notes in the audit trail who did it, once, however often it is asked for', async () => {
  const id = await collect('a');
  for (const action of ['hide', 'hide', 'show']) await act('post', `${urlOf(id)}/${action}`);
  await act('delete', urlOf(id));
  const trail = await gateway.database.trail.list({ limit: 9 });
  expect(trail.map(({ action }) => action).sort()).toEqual(['vacancy.deleted', 'vacancy.hidden', 'vacancy.shown']);
  for (const each of trail) {
    expect(each).toMatchObject({ actor: { id: USER_IDS.superuser }, subject: { kind: 'vacancy', id } });
  }
});

it('does nothing to a vacancy that is another by now', async () => {
  const id = await collect('a');
  await collect('b');
  for (const [method, url] of [
    ['post', `${urlOf(id)}/hide`],
    ['delete', urlOf(id)],
  ] as const) {
    const { status, body } = await act(method, url, { 'if-match': '"1"' });
    expect([status, body.code]).toEqual([412, 'vacancies.changed-meanwhile']);
  }
  expect((await act('post', `${urlOf(id)}/hide`, { 'if-match': '"2"' })).status).toBe(204);
});

it.each(['post', 'delete'] as const)('names what is no identifier: %s', async (method) => {
  const { status, body } = await act(method, method === 'post' ? `${urlOf('1')}/hide` : urlOf('1'));
  expect([status, body.errors[0].pointer]).toEqual([400, '/id']);
});
