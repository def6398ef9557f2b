import { anAuthService, PASSWORD, type AuthServiceUnderTest } from './auth-service.fixture';

const LOGIN = '/api/v1/auth/login';

let service: AuthServiceUnderTest;
beforeAll(async () => {
  service = await anAuthService();
});
afterAll(() => service.app.close());

const logIn = (body: object) => service.call('post', LOGIN, { body });

describe('login', () => {
  it('A-7, A-8: answers an unknown address, a wrong password and an inactive user alike', async () => {
    const { database, user } = service;
    await database.run((tx) => tx.users.add({ ...user, id: 'gone', email: 'gone@example.com', active: false }));
    const answers = await Promise.all([
      logIn({ email: 'nobody@example.com', password: PASSWORD }),
      logIn({ email: 'ann@example.com', password: 'wrong' }),
      logIn({ email: 'gone@example.com', password: PASSWORD }),
      logIn({ email: 'no address', password: PASSWORD }),
      logIn({ email: 'nul\u0000@example.com', password: '\u0000\ud800' }),
    ]);
    const alike = answers.map(({ status, body: { traceId, ...body } }) => [status, typeof traceId, body]);
    expect(new Set(alike.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(alike[0]).toMatchObject([401, 'string', { code: 'auth.invalid-credentials' }]);
  });

  it.each([
    ['nothing', {}, ['/email', '/password']],
    ['values of other types', { email: 1, password: ['x'] }, ['/email', '/password']],
    ['a transport there is not', { email: 'a@b.io', password: 'x', transport: 'both' }, ['/transport']],
    ['A-2: rights', { email: 'a@b.io', password: 'x', superuser: true }, ['/superuser']],
    ['what is too long', { email: 'a'.repeat(255), password: 'x'.repeat(513) }, ['/email', '/password']],
  ])('A-15: refuses %s and names the field', async (_, body, pointers) => {
    const response = await logIn(body);
    expect([response.status, response.body.code]).toEqual([400, 'validation-failed']);
    expect(new Set(response.body.errors.map(({ pointer }: { pointer: string }) => pointer))).toEqual(new Set(pointers));
  });

  it('A-14: never repeats a password, in answers or in the log', async () => {
    const response = await logIn({ email: 7, password: 'hunter2-hunter2', hunter2: 'x' });
    await logIn({ email: 'ann@example.com', password: 'hunter2-hunter2' });
    expect(JSON.stringify(response.body)).not.toContain('hunter2-hunter2');
    expect(service.log.join('')).toContain('/api/v1/auth/login');
    expect(service.log.join('')).not.toContain('hunter2');
  });

  it('B-10: accepts no login that another site has a browser make', async () => {
    const headers = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
    const response = await service.call('post', LOGIN, {
      headers,
      body: { email: 'ann@example.com', password: PASSWORD },
    });
    expect([response.status, response.body.code]).toEqual([403, 'cross-site-request']);
    const form = await service.call('post', LOGIN, { headers: { 'content-type': 'text/plain' } });
    expect(form.status).toBe(415);
  });

  it('tells nobody to keep the answer', async () => {
    const response = await service.logIn();
    expect(response.headers['cache-control']).toBe('no-store');
  });
});

describe('the other routes', () => {
  it('A-18: answer anonymous requests with 401 and a challenge', async () => {
    const me = await service.call('get', '/api/v1/auth/me');
    expect([me.status, me.headers['www-authenticate']]).toEqual([401, expect.stringContaining('Bearer')]);
    const refresh = await service.call('post', '/api/v1/auth/refresh');
    expect([refresh.status, refresh.body.code]).toEqual([401, 'auth.invalid-refresh-token']);
    const logout = await service.call('post', '/api/v1/auth/logout');
    expect([logout.status, logout.body.code]).toEqual([401, 'auth.no-session']);
  });

  it('A-9: answer 401, not 500, to a token whose user is gone', async () => {
    const { body } = await service.logIn('header');
    const spy = jest.spyOn(service.database, 'findById').mockResolvedValueOnce(undefined);
    const me = await service.call('get', '/api/v1/auth/me', {
      headers: { authorization: `Bearer ${body.accessToken}` },
    });
    spy.mockRestore();
    expect([me.status, me.body.code]).toEqual([401, 'auth.user-gone']);
  });

  it('A-8: answer 401 from the moment on that a user is deactivated', async () => {
    const { body } = await service.logIn('header');
    const headers = { authorization: `Bearer ${body.accessToken}` };
    await service.store.setAccess(service.user.id, { active: false, superuser: false, revision: 2 });
    expect((await service.call('get', '/api/v1/auth/me', { headers })).status).toBe(401);
    await service.store.setAccess(service.user.id, { active: true, superuser: false, revision: 3 });
    expect((await service.call('get', '/api/v1/auth/me', { headers })).status).toBe(200);
  });

  it('B-13: publish the public keys, and nothing private', async () => {
    const response = await service.call('get', '/.well-known/jwks.json');
    expect(response.headers['cache-control']).toBe('public, max-age=300');
    expect(response.body.keys).toHaveLength(1);
    expect(response.text).not.toContain('"d"');
  });

  it('refuse a refresh token that is no text', async () => {
    const response = await service.call('post', '/api/v1/auth/refresh', { body: { refreshToken: 7 } });
    expect(response.body.errors[0].pointer).toBe('/refreshToken');
  });
});
