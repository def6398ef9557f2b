import { aNewVacancy, storedAt } from '@job-scope/vacancies-testing';
import request from 'supertest';
import { aGateway, NOW, USER_IDS, type Call, type GatewayUnderTest } from './gateway.fixture';

const SAVED = '/api/v1/saved-searches';
const WISH = { name: 'Cooks', search: { text: 'повар', areaId: ['1'], salaryFrom: 100_000, onlyWithSalary: true } };

let gateway: GatewayUnderTest;
beforeEach(async () => {
  gateway = await aGateway();
});
afterEach(() => gateway.app.close());

type Method = Parameters<GatewayUnderTest['call']>[0];
const call = (method: Method, url: string, body?: object, more: Partial<Call> = {}) =>
  gateway.call(method, url, { role: 'user', body, ...more });
const create = (changes: object = {}) => call('post', SAVED, { ...WISH, ...changes });
const created = async (changes: object = {}): Promise<string> => (await create(changes)).headers['location'] as string;

const know = async (deliverTo: string) => {
  const news = { position: '1', userId: USER_IDS.user, deleted: false, deliverTo };
  await gateway.savedSearches.take('0', [news]);
};

describe('POST /api/v1/saved-searches', () => {
  it('saves a search by the names of its parameters, and says where it is and of which revision', async () => {
    await know('ann@example.org');
    const { status, body, headers } = await create({ frequency: 'hourly', language: 'en' });
    expect([status, headers['location'], headers['etag']]).toEqual([201, `${SAVED}/${body.id}`, '"1"']);
    expect(body).toEqual({
      ...{ ...WISH, id: body.id, frequency: 'hourly', language: 'en', paused: false, deliverTo: 'ann@example.org' },
      nextLookAt: new Date(NOW.getTime() + 3_600_000).toISOString(),
      ...{ revision: 1, createdAt: NOW.toISOString(), updatedAt: NOW.toISOString() },
    });
    expect((await call('get', headers['location'] as string)).body).toEqual(body);
    expect((await call('get', SAVED)).body).toEqual({ items: [body] });
  });

  it('takes a name alone with an empty search, and says that no address is known', async () => {
    const { status, body } = await create({ search: {} });
    expect([status, body.search, body.deliverTo, body.frequency]).toEqual([201, {}, null, 'daily']);
  });

  it('keeps moments as they can be read again', async () => {
    const search = { publishedFrom: '2026-01-01T03:00:00+03:00' };
    expect((await create({ search })).body.search).toEqual({ publishedFrom: '2026-01-01T00:00:00.000Z' });
  });

  it.each<[string, object]>([
    ['/name', { name: '' }],
    ['/name', { name: 7 }],
    ['/search', { search: undefined }],
    ['/search', { search: 'повар' }],
    ['/search', { search: null }],
    ['/search/salaryFrom', { search: { salaryFrom: -5 } }],
    ['/search/salaryFrom', { search: { salaryFrom: 'much' } }],
    ['/search/publishedFrom', { search: { publishedFrom: 'yesterday' } }],
    ['/search/hasTest', { search: { hasTest: 'maybe' } }],
    ['/search/areaId', { search: { areaId: [{}] } }],
    ['/search/text', { search: { text: ['a', 'b'] } }],
    ['/search/limit', { search: { limit: 5 } }],
    ['/search/sort', { search: { sort: 'id' } }],
    ['/search/salaryTo', { search: { salaryFrom: 2, salaryTo: 1 } }],
    ['/frequency', { frequency: 'always' }],
    ['/language', { language: null }],
    ['/paused', { paused: 'yes' }],
    ['/deliverTo', { deliverTo: 'eve@example.org' }],
  ])('names %s in its refusal of %j', async (pointer, changes) => {
    const { status, body } = await create(changes);
    expect([status, [...new Set(body.errors.map((fault: { pointer: string }) => fault.pointer))]]).toEqual([
      ...[400, [pointer]],
    ]);
    expect((await call('get', SAVED)).body.items).toEqual([]);
  });

  it('refuses a name that is taken', async () => {
    await create();
    const { status, body } = await create();
    expect([status, body.code, body.errors[0].pointer]).toEqual([409, 'saved-searches.name-taken', '/name']);
  });
});

describe('a saved search', () => {
  it('is not there for others, superusers included', async () => {
    const url = await created();
    const role = 'superuser';
    const asked = [
      await call('get', url, undefined, { role }),
      await call('patch', url, { name: 'Mine' }, { role }),
      await call('delete', url, undefined, { role }),
      await call('post', `${url}/pause`, undefined, { role }),
      await call('post', `${url}/resume`, undefined, { role }),
    ];
    expect(asked.map(({ status, body }) => [status, body.code])).toEqual(
      asked.map(() => [404, 'saved-searches.not-found']),
    );
    expect((await call('get', SAVED, undefined, { role })).body).toEqual({ items: [] });
    expect((await call('get', url)).body).toMatchObject({ name: 'Cooks', revision: 1 });
  });

  it('is changed for the revision that was read only', async () => {
    const url = await created();
    const { body, headers } = await call('patch', url, { name: 'Chefs' }, { headers: { 'if-match': '"1"' } });
    expect([body.name, body.search, headers['etag']]).toEqual(['Chefs', WISH.search, '"2"']);
    const late = await call('patch', url, { name: 'Bakers' }, { headers: { 'if-match': '"1"' } });
    expect([late.status, late.body.code]).toEqual([412, 'saved-searches.changed-meanwhile']);
    expect((await call('patch', url, { search: { salaryFrom: 2, salaryTo: 1 } })).status).toBe(400);
    expect((await call('patch', url, { search: null })).status).toBe(400);
    expect((await call('delete', url, undefined, { headers: { 'if-match': '"1"' } })).status).toBe(412);
    expect((await call('delete', url, undefined, { headers: { 'if-match': '"2"' } })).status).toBe(204);
    expect((await call('get', url)).status).toBe(404);
  });

  it('is paused and resumed', async () => {
    const url = await created();
    expect((await call('post', `${url}/pause`)).body).toMatchObject({ paused: true, nextLookAt: null, revision: 2 });
    expect((await call('post', `${url}/resume`)).body).toMatchObject({ paused: false, revision: 3 });
  });
});

describe('the link in its mails', () => {
  const secretOf = async (): Promise<string> => {
    await know('ann@example.org');
    await created({ frequency: 'hourly' });
    const later = new Date(NOW.getTime() + 3_600_000);
    const [search] = await gateway.savedSearches.claimDue(later, later, 1);
    if (!search) throw new Error('nothing was due');
    const look = { search, found: [storedAt(1)], shown: [aNewVacancy(storedAt(1))], watermark: later, dueAt: later };
    await gateway.savedSearches.conclude({ ...look, notificationId: 'mail' });
    const [mail] = await gateway.savedSearches.claim(later, later, 1);
    return mail?.search.secret ?? '';
  };
  const ask = (method: 'get' | 'post', secret: string) =>
    request(gateway.app.getHttpServer())[method](`/unsubscribe/${secret}`).set('accept-language', 'ru');
  const isPaused = async () => (await call('get', SAVED)).body.items[0].paused;

  it('asks when it is opened, and changes nothing by that', async () => {
    const { status, text, headers } = await ask('get', await secretOf());
    expect([status, headers['content-language'], headers['cache-control']]).toEqual([200, 'ru', 'no-store']);
    expect(text).toContain('<form method="post"><button>Отписаться</button></form>');
    expect(headers['content-security-policy']).toContain("form-action 'self'");
    expect(await isPaused()).toBe(false);
  });

  it.each<[string, Record<string, string>, string | undefined]>([
    ['a mail program', { 'content-type': 'application/x-www-form-urlencoded' }, 'List-Unsubscribe=One-Click'],
    ['another', { 'content-type': 'multipart/form-data; boundary=x' }, '--x--'],
    ['a page of a mail service', { 'sec-fetch-site': 'cross-site', origin: 'https://mail.example' }, undefined],
    ['the button', { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' }, ''],
  ])('pauses it for %s, without a login, and again', async (_, headers, body) => {
    const secret = await secretOf();
    for (let time = 0; time < 2; time += 1) {
      const { status, text } = await ask('post', secret).set(headers).send(body);
      expect([status, text]).toEqual([200, expect.stringContaining('больше не будет')]);
      expect(await isPaused()).toBe(true);
    }
  });

  it.each(['x', '00000000-0000-4000-8000-000000000000', '%00'])(
    'says of %s that there is nothing to stop',
    async (secret) => {
      await created();
      expect((await ask('post', secret)).status).toBe(404);
      expect(await isPaused()).toBe(false);
    },
  );

  it('takes no body that is larger than it need be', async () => {
    const sent = ask('post', await secretOf()).set('content-type', 'application/x-www-form-urlencoded');
    expect((await sent.send('x'.repeat(2_000))).status).toBe(413);
    expect(await isPaused()).toBe(false);
  });
});
