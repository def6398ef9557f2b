import { ok } from '@job-scope/kernel';
import { RelayOutbox } from '@job-scope/vacancies-application';
import { aVacancyToStore, InMemoryCollectionJobQueue, InMemorySearchIndex } from '@job-scope/vacancies-testing';
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
const collect = async (content: string): Promise<string> => {
  const id = await gateway.database.unitOfWork.run(async ({ vacancies, outbox }) => {
    const { written } = await vacancies.store([aVacancyToStore('1', content, { title: content })], NOW);
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
  gateway.search.alike = ok([]);
  const id = await collect('a');
  expect((await act('post', `${urlOf(id)}/hide`)).status).toBe(204);
  expect([await readable(id), await indexed()]).toEqual([[404, 404, 404], []]);
  await collect('b');
  expect([await readable(id), await indexed()]).toEqual([[404, 404, 404], []]);
  expect((await act('post', `${urlOf(id)}/show`)).status).toBe(204);
  expect([await readable(id), await indexed()]).toEqual([[200, 200, 200], [id]]);
  expect((await gateway.call('get', urlOf(id))).body.title).toBe('b');
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
