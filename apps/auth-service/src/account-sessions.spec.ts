import request from 'supertest';
import { anAuthService, type AuthServiceUnderTest } from './auth-service.fixture';

const SESSIONS = '/api/v1/auth/sessions';
const ME = '/api/v1/auth/me';
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

let service: AuthServiceUnderTest;
beforeEach(async () => {
  service = await anAuthService('header');
});
afterEach(() => service.app.close());

const aliveWith = async (headers: Record<string, string>) =>
  (await service.call('get', ME, { headers })).status === 200;

describe('the sessions of a user', () => {
  it('B-16: are listed by device, and end one by one, all others going on', async () => {
    const [here, there] = [await service.bearerOf(), await service.bearerOf()];
    const { items } = (await service.call('get', SESSIONS, { headers: here })).body;
    const other = items.find(({ current }: { current: boolean }) => !current);
    expect(items).toHaveLength(2);
    expect((await service.call('delete', `${SESSIONS}/${other.id}`, { headers: here })).status).toBe(204);
    expect([await aliveWith(here), await aliveWith(there)]).toEqual([true, false]);
    expect((await service.call('post', '/api/v1/auth/logout', { headers: here })).status).toBe(204);
    expect(await aliveWith(here)).toBe(false);
  });

  it('end all at once by a call of its own', async () => {
    const [here, there] = [await service.bearerOf(), await service.bearerOf()];
    expect((await service.call('delete', SESSIONS, { headers: here })).status).toBe(204);
    expect([await aliveWith(here), await aliveWith(there)]).toEqual([false, false]);
    expect(await aliveWith(await service.bearerOf())).toBe(true);
  });

  it('A-3: of others cannot be ended', async () => {
    await service.addUser('eve@example.com');
    const [hers, eves] = [await service.bearerOf(), await service.bearerOf('eve@example.com')];
    const [session] = (await service.call('get', SESSIONS, { headers: hers })).body.items;
    const refused = await service.call('delete', `${SESSIONS}/${session.id}`, { headers: eves });
    expect(refused.body).toMatchObject({ status: 404, code: 'sessions.not-found' });
    expect(await aliveWith(hers)).toBe(true);
  });

  it('are named by their owner, or by what the user agent tells', async () => {
    const logIn = (body: object, userAgent: string) =>
      request(service.app.getHttpServer())
        .post('/api/v1/auth/login')
        .set('user-agent', userAgent)
        .send({ email: 'ann@example.com', password: 'correct horse battery', ...body });
    await logIn({}, FIREFOX);
    await logIn({ deviceName: 'Телефон' }, 'x'.repeat(2000));
    const { items } = (await service.call('get', SESSIONS, { headers: await service.bearerOf() })).body;
    const names = items.map(({ name }: { name: string | null }) => name);
    expect(names).toEqual(expect.arrayContaining(['Firefox on Linux', 'Телефон']));
    expect(items[0]).toMatchObject({ ip: expect.stringContaining('127.0.0.1'), current: true });
  });
});
