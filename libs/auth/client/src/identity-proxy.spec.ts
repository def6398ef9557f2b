import { IDENTITY_ROUTES } from '@job-scope/auth-contracts';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answering, breaksOff, NOWHERE, StandIn, staysSilent } from './auth-service.fixture';
import { anIdentityGateway } from './gateway.fixture';

const ID = '01900000-0000-7000-8000-000000000009';
const COOKIES = { cookie: 'refresh=r; access=superuser; tracking=t' };

describe('the identity proxy', () => {
  let authService: StandIn;
  let gateway: NestFastifyApplication;

  beforeAll(async () => {
    authService = await StandIn.start();
    // So that no session is renewed on the way, which has a spec of its own.
    ({ app: gateway } = await anIdentityGateway(authService.url, { transport: 'header' }));
  });
  beforeEach(() => {
    authService.reset();
    authService.answer = answering(200, { from: 'upstream' }, { 'set-cookie': ['access=a', 'refresh=b'] });
  });
  afterAll(async () => {
    await gateway.close();
    await authService.stop();
  });

  it('passes a request on as it came, and the answer back', async () => {
    const response = await gateway.inject({
      method: 'POST',
      url: '/api/v1/auth/login?from=page',
      headers: { authorization: 'Bearer token', 'user-agent': 'spec' },
      payload: { email: 'a@example.com' },
    });
    expect(authService.asked).toMatchObject([
      {
        method: 'POST',
        url: '/api/v1/auth/login?from=page',
        body: '{"email":"a@example.com"}',
        headers: { 'content-type': 'application/json', authorization: 'Bearer token', 'user-agent': 'spec' },
      },
    ]);
    expect(response.statusCode).toBe(200);
    expect(response.json()).toEqual({ from: 'upstream' });
    expect(response.headers['set-cookie']).toEqual(['access=a', 'refresh=b']);
  });

  it.each(IDENTITY_ROUTES)('passes on $method $path, which is $access', async ({ method, path, access }) => {
    const url = path.replaceAll(/:\w+/g, ID);
    const statusOf = async (cookie: string) => (await gateway.inject({ method, url, headers: { cookie } })).statusCode;
    expect([await statusOf(''), await statusOf('access=user'), await statusOf('access=superuser')]).toEqual(
      { open: [200, 200, 200], authenticated: [401, 200, 200], superuser: [401, 403, 200] }[access],
    );
    expect(new Set(authService.asked.map((asked) => `${asked.method} ${asked.url}`))).toEqual(
      new Set([`${method} ${url}`]),
    );
  });

  it.each([
    ['GET', '/api/v1/auth/login'],
    ['PUT', '/api/v1/auth/me'],
    ['POST', '/api/v1/auth/sudo'],
    ['GET', '/api/v1/auth'],
    ['GET', '/internal/v1/audit-events'],
    ['GET', '/api/v1/auth/me/'],
    ['POST', `/api/v1/users/${ID}`],
  ] as const)('asks auth-service nothing for %s %s, which is none of its routes', async (method, url) => {
    const response = await gateway.inject({ method, url, headers: COOKIES });
    expect([response.statusCode, response.json().code]).toEqual([404, 'not-found']);
    expect(authService.asked).toEqual([]);
  });

  it('passes on no identity that a client made up, and names the client itself', async () => {
    const madeUp = {
      'x-user-id': '1',
      'x-superuser': 'true',
      'x-forwarded-user': 'root',
      'x-forwarded-for': '1.2.3.4',
      'x-real-ip': '1.2.3.4',
      forwarded: 'for=1.2.3.4',
      'remote-user': 'root',
      origin: 'https://front.example',
    };
    await gateway.inject({ url: '/api/v1/auth/me', headers: { ...madeUp, cookie: 'other=1; access=user' } });
    const { host, connection, ...headers } = authService.asked[0]?.headers ?? {};
    expect([host, connection]).toEqual([expect.any(String), 'keep-alive']);
    expect(headers).toEqual({
      cookie: 'access=user',
      traceparent: expect.any(String),
      'user-agent': 'lightMyRequest',
      'x-forwarded-for': '127.0.0.1',
    });
  });

  it('passes on what conditional requests and translated mails need', async () => {
    const headers = { 'if-match': '"3"', 'if-none-match': '"2"', 'accept-language': 'ru', accept: 'application/json' };
    await gateway.inject({ url: `/api/v1/users/${ID}`, headers: { ...headers, ...COOKIES } });
    expect(authService.asked[0]?.headers).toMatchObject(headers);
  });

  it.each([
    ['POST', '/api/v1/auth/refresh', 'access=superuser; refresh=r'],
    ['POST', '/api/v1/auth/logout', 'access=superuser; refresh=r'],
    ['POST', '/api/v1/auth/login', 'access=superuser'],
    ['GET', '/api/v1/auth/sessions', 'access=superuser'],
    ['DELETE', `/api/v1/auth/sessions/${ID}`, 'access=superuser'],
  ] as const)('B-8: sends to %s %s the cookies %s', async (method, url, cookie) => {
    await gateway.inject({ method, url, headers: COOKIES });
    expect(authService.asked[0]?.headers.cookie).toBe(cookie);
  });

  it.each(['a%0d%0ax-superuser: true', 'a%3B%20refresh=b', 'a b', '%00', 'x'.repeat(2049)])(
    'passes on no cookie that can be no token: %s',
    async (token) => {
      const response = await gateway.inject({ url: '/.well-known/jwks.json', headers: { cookie: `access=${token}` } });
      expect(response.statusCode).toBe(200);
      expect(authService.asked[0]?.headers).not.toHaveProperty('cookie');
    },
  );

  it('continues the trace', async () => {
    const traceId = '1'.repeat(32);
    const response = await gateway.inject({
      url: '/.well-known/jwks.json',
      headers: { traceparent: `00-${traceId}-${'2'.repeat(16)}-01` },
    });
    expect(authService.asked[0]?.headers['traceparent']).toContain(traceId);
    expect(response.headers['traceparent']).toContain(traceId);
  });

  it.each([
    '/api/v1/auth/../../internal',
    '/api/v1/users/..',
    '/api/v1/users/%2e%2e/sessions',
    '/api/v1/users/./sessions',
    'http://evil.example/api/v1/auth/me',
  ])('reaches nothing but what it matched: %s', async (path) => {
    await gateway.listen(0, '127.0.0.1').catch(() => undefined);
    const { port } = gateway.getHttpServer().address() as AddressInfo;
    const status = await new Promise((resolve) => {
      // As it stands: other clients resolve the dots themselves.
      get({ port, path, headers: COOKIES, agent: false }, (response) => resolve(response.resume().statusCode));
    });
    expect(status).toBe(404);
    expect(authService.asked).toEqual([]);
  });

  it.each(['null', 'false', '0', '""', '[]'])('passes on the odd body %s whole', async (payload) => {
    const headers = { 'content-type': 'application/json' };
    const response = await gateway.inject({ method: 'POST', url: '/api/v1/auth/login', headers, payload });
    expect([response.statusCode, authService.asked[0]?.body]).toEqual([200, payload]);
  });

  it('takes no body of more than 16 KiB', async () => {
    const post = (size: number) =>
      gateway.inject({ method: 'POST', url: '/api/v1/auth/login', payload: { email: 'x'.repeat(size) } });
    expect((await post(16_000)).statusCode).toBe(200);
    const refused = await post(16_384);
    expect([refused.statusCode, refused.json().code]).toEqual([413, 'body-too-large']);
    expect(authService.asked).toHaveLength(1);
  });

  it.each(['application/x-www-form-urlencoded', 'text/plain'])('takes no body of the type %s', async (type) => {
    const headers = { 'content-type': type, 'sec-fetch-site': 'same-origin' };
    const response = await gateway.inject({ method: 'POST', url: '/api/v1/auth/login', headers, payload: 'email=a' });
    expect([response.statusCode, response.json().code]).toEqual([415, 'unsupported-media-type']);
    expect(authService.asked).toEqual([]);
  });

  it.each([
    ['GET', '/api/v1/auth/me', 2],
    ['DELETE', `/api/v1/auth/sessions/${ID}`, 2],
    ['POST', '/api/v1/auth/login', 1],
    ['PATCH', '/api/v1/auth/me', 1],
  ] as const)('answers 502 to a %s whose answer breaks off, after so many tries', async (method, url, tries) => {
    authService.answer = breaksOff;
    const response = await gateway.inject({ method, url, headers: COOKIES });
    expect([response.statusCode, response.json().code]).toEqual([502, 'auth.bad-gateway']);
    expect(response.headers['content-type']).toContain('application/problem+json');
    expect(authService.asked).toHaveLength(tries);
  });

  it('is rescued by the one retry of a reading request', async () => {
    authService.answer = (request, response) =>
      (authService.asked.length === 1 ? breaksOff : answering(200, {}))(request, response);
    expect((await gateway.inject({ url: '/api/v1/auth/me', headers: COOKIES })).statusCode).toBe(200);
  });

  it.each(['GET', 'DELETE'] as const)(
    'waits once for the answer to a %s that does not come in time',
    async (method) => {
      authService.answer = staysSilent;
      const response = await gateway.inject({ method, url: '/api/v1/auth/me', headers: COOKIES });
      expect([response.statusCode, response.json().code]).toEqual([503, 'auth.unavailable']);
      expect(response.headers['retry-after']).toBe('5');
      expect(authService.asked).toHaveLength(1);
    },
  );

  it.each(['GET /api/v1/auth/me', 'POST /api/v1/auth/login', 'GET /.well-known/jwks.json'])(
    'answers 503 with Retry-After to %s when auth-service is away',
    async (route) => {
      const [method, url] = route.split(' ') as ['GET' | 'POST', string];
      const { app: alone } = await anIdentityGateway(NOWHERE);
      const response = await alone.inject({ method, url, headers: { cookie: 'access=user' } });
      expect([response.statusCode, response.json().code]).toEqual([503, 'auth.unavailable']);
      expect(response.headers['retry-after']).toBe('5');
      expect(response.headers['content-type']).toMatch('application/problem+json');
      await alone.close();
    },
  );

  it('passes on the problems of auth-service untouched', async () => {
    authService.answer = answering(
      429,
      { code: 'too-many-requests' },
      { 'retry-after': '7', ratelimit: '"login";r=0' },
    );
    const response = await gateway.inject({ method: 'POST', url: '/api/v1/auth/login' });
    expect([response.statusCode, response.json()]).toEqual([429, { code: 'too-many-requests' }]);
    expect(response.headers).toMatchObject({ 'retry-after': '7', ratelimit: '"login";r=0' });
  });
});
