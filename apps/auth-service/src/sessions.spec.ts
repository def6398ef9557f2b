import type { Response } from 'supertest';
import { anAuthService, cookieHeader, cookiesOf, PASSWORD, type AuthServiceUnderTest } from './auth-service.fixture';

const ME = '/api/v1/auth/me';
const LOGIN = '/api/v1/auth/login';
const REFRESH = '/api/v1/auth/refresh';
const LOGOUT = '/api/v1/auth/logout';

const bearer = (response: Response) => ({ authorization: `Bearer ${response.body.accessToken}` });
const cookies = (response: Response) => ({ cookie: cookieHeader(response) });
const tokenIn = (response: Response) => ({ refreshToken: response.body.refreshToken as string });

const services: AuthServiceUnderTest[] = [];
const start = async (...settings: Parameters<typeof anAuthService>) => {
  const service = await anAuthService(...settings);
  services.push(service);
  return service;
};
afterEach(() => Promise.all(services.splice(0).map(({ app }) => app.close())));

describe('B-4: the transport header', () => {
  it.each([
    ['header', undefined],
    ['both', 'header'],
  ] as const)('set to %s and asked for %s: tokens in bodies, from login to logout', async (setting, wish) => {
    const { call, logIn } = await start(setting);
    const login = await logIn(wish);
    expect(login.body).toMatchObject({ tokenType: 'Bearer', expiresIn: 900 });
    expect(login.headers).not.toHaveProperty('set-cookie');
    expect((await call('get', ME, { headers: bearer(login) })).body.email).toBe('ann@example.com');
    const refreshed = await call('post', REFRESH, { body: tokenIn(login) });
    expect((await call('get', ME, { headers: bearer(refreshed) })).status).toBe(200);
    expect((await call('post', LOGOUT, { headers: bearer(refreshed) })).status).toBe(204);
    expect((await call('get', ME, { headers: bearer(refreshed) })).body.code).toBe('auth.invalid-token');
  });
});

describe('B-4: the transport cookie', () => {
  it.each([
    ['cookie', undefined],
    ['both', 'cookie'],
    ['both', undefined],
  ] as const)('set to %s and asked for %s: tokens in cookies, from login to logout', async (setting, wish) => {
    const { call, logIn } = await start(setting);
    const login = await logIn(wish);
    const me = await call('get', ME, { headers: cookies(login) });
    expect(me.body.email).toBe('ann@example.com');
    const refreshed = await call('post', REFRESH, { headers: cookies(login) });
    expect((await call('get', ME, { headers: cookies(refreshed) })).status).toBe(200);
    const logout = await call('post', LOGOUT, { headers: cookies(refreshed) });
    expect(logout.status).toBe(204);
    expect((await call('get', ME, { headers: cookies(refreshed) })).status).toBe(401);

    for (const answer of [login, refreshed]) {
      for (const { value } of cookiesOf(answer).values()) {
        expect(JSON.stringify([answer.body, { ...answer.headers, 'set-cookie': [] }])).not.toContain(value);
      }
      expect(answer.body).toEqual({ expiresIn: 900 });
    }
  });

  it('B-3, B-8, B-9: hides tokens from scripts and plain http, and takes them back by the same attributes', async () => {
    const { call, logIn } = await start('cookie');
    const login = await logIn();
    const attributes = [...cookiesOf(login)].map(([name, cookie]) => [name, cookie.attributes]);
    expect(attributes).toEqual([
      ['__Host-access', 'Max-Age=900; Path=/; HttpOnly; Secure; SameSite=Lax'],
      ['__Host-refresh', 'Max-Age=2592000; Path=/; HttpOnly; Secure; SameSite=Lax'],
    ]);
    const cleared = cookiesOf(await call('post', LOGOUT, { headers: cookies(login) }));
    for (const name of ['__Host-access', '__Host-refresh']) {
      expect(cleared.get(name)).toEqual({ value: '', attributes: expect.stringMatching(/^Max-Age=0;.*Secure/) });
    }
  });

  it('B-9: does without the prefix and Secure over plain http in development', async () => {
    const { call, logIn } = await start('cookie', false);
    const login = await logIn();
    expect([...cookiesOf(login).keys()]).toEqual(['access', 'refresh']);
    expect(login.headers['set-cookie']?.toString()).not.toContain('Secure');
    expect((await call('get', ME, { headers: cookies(login) })).status).toBe(200);
  });

  it('takes dead cookies back, and lets their owner log in again', async () => {
    const { call, logIn } = await start('cookie');
    const login = await logIn();
    await call('post', LOGOUT, { headers: cookies(login) });
    const refused = await call('post', REFRESH, { headers: cookies(login) });
    expect([refused.status, cookiesOf(refused).get('__Host-refresh')?.value]).toEqual([401, '']);
    const again = await call('post', LOGIN, {
      headers: cookies(login),
      body: { email: 'ann@example.com', password: PASSWORD },
    });
    expect(again.status).toBe(200);
  });
});

describe('a transport that is not set', () => {
  it('cannot be wished for', async () => {
    const { logIn } = await start('cookie');
    const { status, body } = await logIn('header');
    expect([status, body.errors[0].pointer]).toEqual([400, '/transport']);
  });

  it('brings no token in', async () => {
    const [onlyCookies, onlyHeaders] = [await start('cookie'), await start('header')];
    const tokens = await onlyHeaders.logIn();
    expect(
      (await onlyHeaders.call('get', ME, { headers: { cookie: `__Host-access=${tokens.body.accessToken}` } })).status,
    ).toBe(401);
    const inCookies = await onlyCookies.logIn();
    const refreshToken = cookiesOf(inCookies).get('__Host-refresh')?.value;
    expect((await onlyCookies.call('post', REFRESH, { body: { refreshToken } })).body.code).toBe(
      'auth.invalid-refresh-token',
    );
    expect((await onlyHeaders.call('post', REFRESH, { headers: cookies(inCookies) })).status).toBe(401);
  });
});

describe('tokens over HTTP', () => {
  it('B-1: do not pass for each other', async () => {
    const { call, logIn } = await start('header');
    const { accessToken, refreshToken } = (await logIn()).body;
    const asAccess = await call('get', ME, { headers: { authorization: `Bearer ${refreshToken}` } });
    const asRefresh = await call('post', REFRESH, { body: { refreshToken: accessToken } });
    expect([asAccess.body.code, asRefresh.body.code]).toEqual(['auth.invalid-token', 'auth.invalid-refresh-token']);
  });

  it('B-2: end the session when a used refresh token comes back late', async () => {
    const { call, logIn } = await start('header');
    const first = await logIn();
    const second = await call('post', REFRESH, { body: tokenIn(first) });
    const third = await call('post', REFRESH, { body: tokenIn(second) });
    expect((await call('post', REFRESH, { body: tokenIn(first) })).status).toBe(401);
    expect((await call('get', ME, { headers: bearer(third) })).status).toBe(401);
  });

  it('B-2: of an access token, two refreshes ago, are good no more', async () => {
    const { call, logIn } = await start('header');
    const first = await logIn();
    const second = await call('post', REFRESH, { body: tokenIn(first) });
    expect((await call('get', ME, { headers: bearer(first) })).status).toBe(200);
    await call('post', REFRESH, { body: tokenIn(second) });
    expect((await call('get', ME, { headers: bearer(first) })).status).toBe(401);
  });

  it('expire: the access token first, and then a refresh helps', async () => {
    const { call, logIn, clock } = await start('header');
    const login = await logIn();
    clock.ahead = 906_000;
    expect((await call('get', ME, { headers: bearer(login) })).status).toBe(401);
    const headers = bearer(login); // Clients send their dead access token along.
    const refreshed = await call('post', REFRESH, { headers, body: tokenIn(login) });
    expect((await call('get', ME, { headers: bearer(refreshed) })).status).toBe(200);
  });

  it('B-7: are renewed once by parallel refreshes', async () => {
    const { call, logIn, database } = await start('cookie');
    const login = await logIn();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => call('post', REFRESH, { headers: cookies(login) })),
    );
    const refreshTokens = answers.map((answer) => cookiesOf(answer).get('__Host-refresh')?.value.split('.')[1]);
    const claims = refreshTokens.map((payload) => JSON.parse(Buffer.from(payload ?? '', 'base64url').toString()).jti);
    expect(new Set(claims).size).toBe(1);
    expect(database.audit.map(({ action }) => action)).not.toContain('session.revoked');
  });
});
