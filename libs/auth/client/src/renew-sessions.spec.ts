import fastifyCookie from '@fastify/cookie';
import { ProblemException, silentLogger, type AccessPolicy } from '@job-scope/platform-nest';
import fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import { renewSessions } from './renew-sessions';
import { accessToken, keyPair, START } from './tokens.fixture';

const pair = keyPair('key-1');
const ALIVE = accessToken(pair);
const EXPIRED = accessToken(pair, { claims: { exp: START } });
const SET_COOKIES = ['access=new; Path=/', 'refresh=next; Path=/'];
const RENEWED = { accessToken: 'new', refreshToken: 'next', setCookies: SET_COOKIES };
const CLEARED = [
  'access=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax',
  'refresh=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax',
];

describe('the renewal of sessions on the way', () => {
  const renew = jest.fn();
  let app: FastifyInstance;

  beforeAll(async () => {
    app = fastify();
    await app.register(fastifyCookie);
    const clock = { now: () => new Date(START * 1000) };
    const renewal = {
      renewer: { renew },
      secureCookies: false,
      pages: ['/login', '/docs'],
      clock,
      logger: silentLogger,
    };
    renewSessions(app, renewal);
    app.setErrorHandler((error, _request, reply) => {
      const problem = error instanceof ProblemException ? error : new ProblemException(500, 'internal-error');
      return reply.status(problem.status).headers(problem.headers).send({ code: problem.code });
    });
    const serve = (url: string, accessControl: AccessPolicy, act: (reply: FastifyReply) => void = () => undefined) =>
      app.route({
        method: ['GET', 'POST', 'DELETE'],
        url,
        config: { accessControl },
        handler: async (request, reply) => {
          act(reply);
          return request.cookies;
        },
      });
    serve('/api/v1/vacancies/:id', { open: true });
    serve('/api/v1/auth/me', { authenticated: true });
    for (const path of ['login', 'refresh', 'logout']) serve(`/api/v1/auth/${path}`, { open: true });
    serve('/api/v1/ends', { open: true }, (reply) => void reply.clearCookie('access', { path: '/' }));
    serve('/api/v1/other-cookie', { open: true }, (reply) => void reply.header('set-cookie', 'theme=dark'));
    serve('/api/v1/fails', { open: true }, () => {
      throw new ProblemException(404, 'not-found');
    });
    for (const path of ['/login', '/docs', '/docs/*', '/livez', '/assets/*', '/openapi.json'])
      serve(path, { open: true });
    await app.ready();
  });
  beforeEach(() => renew.mockReset().mockResolvedValue(RENEWED));
  afterAll(() => app.close());

  const send = (method: 'GET' | 'HEAD' | 'POST' | 'DELETE', url: string, cookie = 'refresh=old; theme=dark') =>
    app.inject({ method, url, headers: { cookie } });

  it.each([
    ['GET', '/api/v1/vacancies/1'],
    ['GET', '/api/v1/auth/me'],
    ['POST', '/api/v1/auth/me'],
    ['DELETE', '/api/v1/auth/me'],
    ['GET', '/login'],
    ['GET', '/docs?a=b'],
  ] as const)('gives the next tokens to what handles %s %s, and to the browser', async (method, url) => {
    const answer = await send(method, url);
    expect(renew.mock.calls).toMatchObject([['old', { cookies: {} }]]);
    expect(answer.json()).toEqual({ access: 'new', refresh: 'next', theme: 'dark' });
    expect(answer.headers['set-cookie']).toEqual(SET_COOKIES);
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it.each([
    ['HEAD', '/api/v1/vacancies/1'],
    ['HEAD', '/docs'],
    ['POST', '/login'],
    ['POST', '/api/v1/auth/login'],
    ['POST', '/api/v1/auth/refresh'],
    ['POST', '/api/v1/auth/logout'],
    ['GET', '/docs/swagger-ui.css'],
    ['GET', '/assets/pages.css'],
    ['GET', '/livez'],
    ['GET', '/openapi.json'],
    ['GET', '/api/v1/nothing'],
    ['GET', '/nothing?x=/api/v1/auth/me'],
    ['GET', '//api/v1/auth/me'],
  ] as const)('B-7: does not spend a refresh on %s %s', async (method, url) => {
    const answer = await send(method, url);
    expect(renew).not.toHaveBeenCalled();
    expect(answer.headers).not.toHaveProperty('set-cookie');
  });

  it.each([
    ['has expired', EXPIRED],
    ['is none', 'garbage'],
    ['is none either', 'a.bnVsbA.c'],
    ['has no end', accessToken(pair, { claims: { exp: undefined } })],
    ['ends in words', `a.${Buffer.from('{"exp":"never"}').toString('base64url')}.c`],
  ])('renews where the access token %s', async (_, token) => {
    expect((await send('GET', '/docs', `access=${token}; refresh=old`)).json()).toMatchObject({ access: 'new' });
  });

  it('leaves a session alone whose access token lives', async () => {
    const answer = await send('GET', '/docs', `access=${ALIVE}; refresh=old`);
    expect(renew).not.toHaveBeenCalled();
    expect(answer.json()).toEqual({ access: ALIVE, refresh: 'old' });
  });

  it.each(['', 'refresh=', `access=${EXPIRED}`, '__Host-refresh=old', 'refresh=a%0d%0ab'])(
    'asks nobody with the cookies "%s"',
    async (cookie) => {
      await send('GET', '/docs', cookie);
      expect(renew).not.toHaveBeenCalled();
    },
  );

  it('goes on as anonymous when the token is refused, and has the browser forget both', async () => {
    renew.mockResolvedValue(undefined);
    const answer = await send('GET', '/docs', `access=${EXPIRED}; refresh=old`);
    expect([answer.statusCode, answer.json()]).toEqual([200, {}]);
    expect(answer.headers['set-cookie']).toEqual(CLEARED);
  });

  it('goes on on open routes when auth-service is away, and leaves the cookies as they are', async () => {
    renew.mockRejectedValue(new ProblemException(503, 'auth.unavailable'));
    const answer = await send('GET', '/api/v1/vacancies/1');
    expect([answer.statusCode, answer.json()]).toEqual([200, { refresh: 'old', theme: 'dark' }]);
    expect(answer.headers).not.toHaveProperty('set-cookie');
  });

  it('answers 503 on protected routes when auth-service is away', async () => {
    renew.mockRejectedValue(new ProblemException(503, 'auth.unavailable'));
    const answer = await send('GET', '/api/v1/auth/me');
    expect([answer.statusCode, answer.json()]).toEqual([503, { code: 'auth.unavailable' }]);
    expect(answer.headers['retry-after']).toBe('5');
  });

  it('lets a handler have the last word on session cookies', async () => {
    const { headers } = await send('POST', '/api/v1/ends');
    expect(headers['set-cookie']).toMatch(/^access=;/);
  });

  it('adds to other cookies of a handler', async () => {
    expect((await send('POST', '/api/v1/other-cookie')).headers['set-cookie']).toEqual(['theme=dark', ...SET_COOKIES]);
  });

  it('gives the tokens with a refusal too: they have replaced the old ones', async () => {
    const answer = await send('GET', '/api/v1/fails');
    expect([answer.statusCode, answer.headers['set-cookie']]).toEqual([404, SET_COOKIES]);
  });
});
