import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { answering, StandIn } from '../auth-service.fixture';
import { anIdentityGateway } from '../gateway.fixture';

const SESSION = ['access=user; Path=/; HttpOnly', 'refresh=r; Path=/; HttpOnly'];
const PASSWORD = 'correct horse battery';

const problem = (status: number, code: string, ...fields: readonly string[]) =>
  answering(status, { code, status, errors: fields.map((field) => ({ pointer: `/${field}`, message: 'in English' })) });

let authService: StandIn;
let gateway: NestFastifyApplication;
let log: readonly string[];

beforeAll(async () => {
  authService = await StandIn.start();
  ({ app: gateway, log } = await anIdentityGateway(authService.url));
});
beforeEach(() => authService.reset());
afterAll(async () => {
  await gateway.close();
  await authService.stop();
});

const post = (url: string, fields: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}) =>
  gateway.inject({
    method: 'POST',
    url,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'same-origin',
      'user-agent': 'a browser',
      ...headers,
    },
    payload: new URLSearchParams(fields).toString(),
  });

const asked = () => authService.asked.map(({ method, url, body }) => [method, url, body && JSON.parse(body)]);

describe('logging in', () => {
  const logIn = (fields: Readonly<Record<string, string>> = {}) =>
    post('/login', { email: 'ann@example.com', password: PASSWORD, ...fields });
  const opens = (superuser: boolean) => {
    authService.answer = (request, response) =>
      (request.method === 'POST'
        ? answering(200, { expiresIn: 900 }, { 'set-cookie': SESSION })
        : answering(200, { superuser }))(request, response);
  };

  it.each([
    [true, '/docs'],
    [false, '/'],
  ])(
    'A-6: gives the session to the browser, and leads where its user may go (superuser: %s)',
    async (superuser, start) => {
      opens(superuser);
      const { statusCode, headers, body } = await logIn();
      expect([statusCode, headers.location, body]).toEqual([303, start, '']);
      expect(headers['set-cookie']).toEqual(SESSION);
      expect(asked()).toEqual([
        ['POST', '/api/v1/auth/login', { email: 'ann@example.com', password: PASSWORD, transport: 'cookie' }],
        ['GET', '/api/v1/auth/me', ''],
      ]);
      expect(authService.asked[0]?.headers).toMatchObject({
        'user-agent': 'a browser',
        'x-forwarded-for': '127.0.0.1',
      });
      expect(authService.asked[1]?.headers.cookie).toBe('access=user; refresh=r');
    },
  );

  it.each([
    ['/docs/?x=1', '/docs/?x=1'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['https://evil.example', '/'],
  ])('leads to where the visitor came from, if it is here: %s', async (next, location) => {
    opens(false);
    expect((await logIn({ next })).headers.location).toBe(location);
    const page = await gateway.inject(`/login?next=${encodeURIComponent(next)}`);
    expect(page.body.includes('name="next"')).toBe(location !== '/');
    const again = await gateway.inject({
      url: `/login?next=${encodeURIComponent(next)}`,
      headers: { cookie: 'access=user' },
    });
    expect([again.statusCode, again.headers.location]).toEqual([303, location]);
  });

  it.each([
    ['superuser', '/docs'],
    ['user', '/'],
  ])('A-6: leads a %s who has logged in already on', async (role, location) => {
    const { statusCode, headers } = await gateway.inject({ url: '/login', headers: { cookie: `access=${role}` } });
    expect([statusCode, headers.location]).toEqual([303, location]);
  });

  it('leads to the first page when it cannot be told who has logged in', async () => {
    authService.answer = (request, response) =>
      (request.method === 'POST' ? answering(200, {}, { 'set-cookie': SESSION }) : answering(503, {}))(
        request,
        response,
      );
    expect((await logIn()).headers.location).toBe('/');
  });

  it('shows the form again when it fails: with the address, without the password', async () => {
    authService.answer = problem(401, 'auth.invalid-credentials');
    const { statusCode, headers, body } = await logIn({ email: 'a"b@example.com', next: '/docs' });
    expect(statusCode).toBe(401);
    expect(headers).not.toHaveProperty('set-cookie');
    expect(body).toMatch(/role="alert"[^]*The e-mail address or the password is wrong/);
    expect(body).toMatch('value="a&quot;b@example.com"');
    expect(body).toMatch('name="next" value="/docs"');
    expect(body).not.toMatch(PASSWORD);
  });

  it('marks the fields that auth-service points at, in the language of the reader', async () => {
    authService.answer = problem(400, 'validation-failed', 'email', 'somethingElse');
    const { statusCode, body } = await post('/login', { email: '' }, { 'accept-language': 'ru' });
    expect([statusCode, asked()[0]?.[2]]).toEqual([400, { email: '', password: '', transport: 'cookie' }]);
    expect(body).toMatch(/<title>Ошибка: /);
    expect(body).toMatch(/<a href="#email">Введите адрес электронной почты/);
    expect(body).toMatch(/<input[^>]*id="email"[^>]*aria-describedby="email-fault"[^>]*aria-invalid="true"/);
    expect(body).not.toMatch(/in English|somethingElse|id="password-fault"/);
  });

  it('A-10: tells how long to wait after too many tries', async () => {
    authService.answer = answering(429, { code: 'too-many-requests' }, { 'retry-after': '300' });
    const { statusCode, headers, body } = await logIn();
    expect([statusCode, headers['retry-after']]).toEqual([429, '300']);
    expect(body).toMatch(/tried too often[^<]* 5\./);
  });

  it.each([500, 502, 503])('is a 503 when auth-service answers %s', async (status) => {
    authService.answer = answering(status, {});
    expect((await logIn()).statusCode).toBe(503);
  });

  it('takes the first of several values of one field', async () => {
    authService.answer = problem(401, 'auth.invalid-credentials');
    await gateway.inject({
      method: 'POST',
      url: '/login',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        host: 'jobs.example',
        origin: 'https://jobs.example',
      },
      payload: 'email=a&email=b&password=c&__proto__=d&superuser=true',
    });
    expect(asked()[0]?.[2]).toEqual({ email: 'a', password: 'c', transport: 'cookie' });
  });

  it('writes no password to the log', async () => {
    opens(false);
    await logIn();
    expect(log.join('')).toMatch('POST /login 303');
    expect(log.join('')).not.toMatch(/horse|ann@/);
  });
});

describe('logging out', () => {
  const ended = ['access=; Max-Age=0', 'refresh=; Max-Age=0'];
  const logOut = () => post('/logout', {}, { cookie: 'access=user; refresh=r; theme=dark' });

  it.each([
    ['ends the session', 204],
    ['is content where there is none', 401],
  ])('%s', async (_, status) => {
    authService.answer = answering(status, undefined, { 'set-cookie': ended });
    const { statusCode, headers } = await logOut();
    expect([statusCode, headers.location]).toEqual([303, '/login?notice=logged-out']);
    expect(headers['set-cookie']).toEqual(ended);
    expect(authService.asked[0]).toMatchObject({
      url: '/api/v1/auth/logout',
      headers: { cookie: 'access=user; refresh=r' },
    });
    expect((await gateway.inject('/login?notice=logged-out')).body).toMatch('You are logged out.');
  });

  it('does not claim to have ended what it could not', async () => {
    authService.answer = answering(503, {});
    const { statusCode, headers } = await logOut();
    expect([statusCode, headers['set-cookie']]).toEqual([503, undefined]);
  });
});

describe('accounts', () => {
  it.each([
    ['/register', 'register', { email: 'a@example.com', password: PASSWORD, displayName: 'Ann' }, '/register?sent'],
    ['/password/forgot', 'password/forgot', { email: 'a@example.com' }, '/password/forgot?sent'],
    ['/password/reset', 'password/reset', { token: 't', password: PASSWORD }, '/login?notice=password-reset'],
    ['/email/confirm', 'email/confirm', { token: 't', password: PASSWORD }, '/login?notice=email-confirmed'],
  ])('%s asks auth-service, and goes on to a page that says so', async (path, api, fields, location) => {
    authService.answer = answering(202);
    const { statusCode, headers } = await post(path, { ...fields, superuser: 'true' }, { 'accept-language': 'ru' });
    expect(asked()).toEqual([['POST', `/api/v1/auth/${api}`, fields]]);
    // The language of the mail is that of the page.
    expect(authService.asked[0]?.headers['accept-language']).toBe('ru');
    expect([statusCode, headers.location]).toEqual([303, location]);
    expect((await gateway.inject(location)).body).toMatch(/class="notice" role="status"/);
  });

  it('A-2: registers nobody as more than a user, and no name as an empty one', async () => {
    authService.answer = answering(202);
    await post('/register', { email: 'a', password: 'b', displayName: '', is_superuser: 'true', active: 'true' });
    expect(asked()[0]?.[2]).toEqual({ email: 'a', password: 'b' });
  });

  it('A-14: keeps what was entered when an account is refused, but the password', async () => {
    authService.answer = problem(400, 'users.invalid', 'password', 'displayName');
    const { statusCode, body } = await post('/register', {
      email: 'a@example.com',
      password: 'hunter2',
      displayName: 'Ann',
    });
    expect(statusCode).toBe(400);
    expect(body).toMatch('value="a@example.com"');
    expect(body).toMatch('value="Ann"');
    expect(body).toMatch(/<a href="#password">[^]*<a href="#displayName">/);
    expect(body).not.toMatch('hunter2');
  });

  it.each([
    ['/password/reset', 'auth.link-invalid', 'token', /The link has been used/],
    ['/email/confirm', 'auth.link-invalid', 'token', /The link has been used/],
    ['/email/confirm', 'auth.wrong-password', 'password', /<a href="#password">This is not the password/],
    ['/password/reset', 'users.invalid', 'password', /<a href="#password">Choose another/],
  ])('%s keeps the token of its link when auth-service says %s', async (path, code, field, text) => {
    authService.answer = problem(400, code, field);
    const { statusCode, headers, body } = await post(path, { token: 't0ken', password: 'hunter2' });
    expect([statusCode, headers['referrer-policy']]).toEqual([400, 'no-referrer']);
    expect(body).toMatch('name="token" value="t0ken"');
    expect(body).toMatch(text);
    expect(body).not.toMatch('hunter2');
  });
});
