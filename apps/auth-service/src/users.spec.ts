import { anAuthService, type AuthServiceUnderTest } from './auth-service.fixture';

const USERS = '/api/v1/users';
const ME = '/api/v1/auth/me';

let service: AuthServiceUnderTest;
let headers: Record<string, string>;
let rootId: string;
beforeEach(async () => {
  service = await anAuthService('header');
  rootId = (await service.addUser('root@example.com', { superuser: true })).id;
  headers = await service.bearerOf('root@example.com');
});
afterEach(() => service.app.close());

const change = (id: string, body: object, extra: Record<string, string> = {}) =>
  service.call('patch', `${USERS}/${id}`, { headers: { ...headers, ...extra }, body });

describe('a superuser', () => {
  it('lists users page by page, the newest first, and finds them by a part of the address', async () => {
    for (const name of ['bob', 'cyd', 'dan']) await service.addUser(`${name}@example.com`);
    const emails: string[] = [];
    let cursor = '';
    do {
      const { body } = await service.call('get', `${USERS}?limit=2${cursor && `&cursor=${cursor}`}`, { headers });
      emails.push(...body.items.map(({ email }: { email: string }) => email));
      cursor = body.nextCursor ?? '';
    } while (cursor);
    expect(new Set(emails)).toEqual(new Set(['ann', 'bob', 'cyd', 'dan', 'root'].map((name) => `${name}@example.com`)));
    expect(emails).toHaveLength(5);
    const found = await service.call('get', `${USERS}?search=CYD&superuser=false&active=true`, { headers });
    expect(found.body.items.map(({ email }: { email: string }) => email)).toEqual(['cyd@example.com']);
  });

  it.each([
    ['limit=0', '/limit'],
    ['limit=101', '/limit'],
    ['active=maybe', '/active'],
    ['order=email', '/order'],
    ['cursor=abc', '/cursor'],
  ])('D-3: is told that ?%s is wrong', async (query, pointer) => {
    const { status, body } = await service.call('get', `${USERS}?${query}`, { headers });
    expect([status, body.errors[0].pointer]).toEqual([400, pointer]);
  });

  it('makes an account for somebody, who sets a password by mail', async () => {
    const created = await service.call('post', USERS, { headers, body: { email: 'New@Example.com', superuser: true } });
    expect(created.body).toMatchObject({ email: 'new@example.com', superuser: true, verified: false, revision: 1 });
    expect(created.headers['location']).toBe(`${USERS}/${created.body.id}`);
    const [mail] = await service.mails();
    expect(mail).toMatchObject({ kind: 'set-password', to: 'new@example.com' });
    const body = { token: mail?.link?.token, password: 'correct horse battery' };
    await service.call('post', '/api/v1/auth/password/reset', { body });
    expect((await service.logIn('header', 'new@example.com')).status).toBe(200);
    const again = await service.call('post', USERS, { headers, body: { email: 'ann@example.com' } });
    expect(again.body).toMatchObject({ status: 409, code: 'users.email-taken' });
  });

  it('A-8: takes access from a user at once, and gives it back', async () => {
    const hers = await service.bearerOf();
    expect((await change(service.user.id, { active: false })).body).toMatchObject({ active: false, revision: 2 });
    expect((await service.call('get', ME, { headers: hers })).status).toBe(401);
    expect((await service.logIn('header')).status).toBe(401);
    expect((await change(service.user.id, { active: true })).status).toBe(200);
    expect((await service.logIn('header')).status).toBe(200);
  });

  it('gives and takes the rights of a superuser, in force with the next request', async () => {
    const hers = await service.bearerOf();
    const list = async () => (await service.call('get', USERS, { headers: hers })).status;
    expect(await list()).toBe(403);
    await change(service.user.id, { superuser: true });
    expect(await list()).toBe(200);
    await change(service.user.id, { superuser: false });
    expect(await list()).toBe(403);
  });

  it('D-8: changes only the revision that was read, if it says so', async () => {
    const { headers: read } = await service.call('get', `${USERS}/${service.user.id}`, { headers });
    const ifMatch = { 'if-match': read['etag'] as string };
    expect((await change(service.user.id, { displayName: 'Ann' }, ifMatch)).headers['etag']).toBe('"2"');
    for (const stale of [ifMatch, { 'if-match': 'W/"2"' }, { 'if-match': 'nonsense' }]) {
      const refused = await change(service.user.id, { displayName: 'Anna' }, stale);
      expect(refused.body).toMatchObject({ status: 412, code: 'users.changed-meanwhile' });
    }
  });

  it('cannot leave nobody to administer: who was only invited does not count', async () => {
    await service.call('post', USERS, { headers, body: { email: 'invited@example.com', superuser: true } });
    for (const wish of [{ active: false }, { superuser: false }]) {
      expect((await change(rootId, wish)).body).toMatchObject({ status: 409, code: 'users.last-superuser' });
    }
    expect((await service.call('delete', `${USERS}/${rootId}`, { headers })).status).toBe(409);
    expect((await service.call('get', USERS, { headers })).status).toBe(200);
  });

  it('D-1, A-9: deletes a user, whose tokens die, and is told when there is none', async () => {
    const hers = await service.bearerOf();
    const remove = () => service.call('delete', `${USERS}/${service.user.id}`, { headers });
    expect((await remove()).status).toBe(204);
    expect((await service.call('get', ME, { headers: hers })).status).toBe(401);
    expect((await remove()).body).toMatchObject({ status: 404, code: 'users.not-found' });
    expect((await service.call('get', `${USERS}/42`, { headers })).body.errors[0].pointer).toBe('/userId');
  });

  it.each([
    ['null for a flag', { active: null }, '/active'],
    ['text for a flag', { superuser: 'yes' }, '/superuser'],
    ['what is not theirs to change', { email: 'x@y.io' }, '/email'],
    ['a password', { passwordHash: 'x' }, '/passwordHash'],
  ])('A-4, A-15: cannot set %s', async (_, body, pointer) => {
    const answer = await change(service.user.id, body);
    expect([answer.status, answer.body.errors[0].pointer]).toEqual([400, pointer]);
  });

  it("sees a user's sessions, and ends one or all of them", async () => {
    const hers = [await service.bearerOf(), await service.bearerOf()];
    const sessions = `${USERS}/${service.user.id}/sessions`;
    const { items } = (await service.call('get', sessions, { headers })).body;
    expect(items).toHaveLength(2);
    expect((await service.call('delete', `${sessions}/${items[0].id}`, { headers })).status).toBe(204);
    expect((await service.call('delete', sessions, { headers })).status).toBe(204);
    for (const one of hers) expect((await service.call('get', ME, { headers: one })).status).toBe(401);
    expect((await service.call('delete', `${sessions}/${items[0].id}`, { headers })).status).toBe(404);
  });
});
