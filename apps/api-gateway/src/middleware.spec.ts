import type { Principal } from '@job-scope/platform-nest';
import type { FastifyRequest } from 'fastify';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { aGateway, NOW, USER_IDS, type GatewayUnderTest } from './gateway.fixture';

const [ACCESS, REFRESH] = ['__Host-access', '__Host-refresh'];
const ONE_DAY = 86_400;

/** In form a JWT, which says when it ends: nobody verifies it here. */
const token = (name: string, secondsLeft: number): string => {
  const exp = NOW.getTime() / 1000 + secondsLeft;
  return `h.${Buffer.from(JSON.stringify({ name, exp })).toString('base64url')}.s`;
};
const nameIn = (cookie: string | undefined): string | undefined =>
  cookie && (JSON.parse(Buffer.from(cookie.split('.')[1] ?? '', 'base64url').toString()) as { name: string }).name;

/** What happened, in order: auth-service is asked, somebody is recognised. */
let events: string[];
/** The cookies that auth-service was sent. */
let cookies: (string | undefined)[];
let authService: Server;
let gateway: GatewayUnderTest;
let answer: (response: ServerResponse) => void;

const renews = (role: string) => (response: ServerResponse) =>
  response
    .setHeader('set-cookie', [`${ACCESS}=${token(role, 900)}; Path=/`, `${REFRESH}=next; Path=/`])
    .end('{"expiresIn":900}');
const refuses = (response: ServerResponse) => response.writeHead(401).end();

/** Knows people by the names in their access tokens, as they stand when it is asked. */
const authenticate = async ({ cookies }: FastifyRequest): Promise<Principal> => {
  const role = nameIn(cookies[ACCESS!]);
  events.push(`authenticate ${role ?? 'nobody'}`);
  if (role !== 'user' && role !== 'superuser') return { kind: 'anonymous' };
  return { kind: 'user', id: USER_IDS[role], sessionId: 's', superuser: role === 'superuser' };
};

beforeAll(async () => {
  authService = createServer((request: IncomingMessage, response) => {
    events.push(`${request.method} ${request.url}`);
    cookies.push(request.headers.cookie);
    answer(response);
  });
  await new Promise<void>((resolve) => authService.listen(0, '127.0.0.1', resolve));
  const authServiceUrl = `http://127.0.0.1:${(authService.address() as AddressInfo).port}`;
  gateway = await aGateway({ authenticate, identity: { authServiceUrl } });
});
beforeEach(() => {
  events = [];
  cookies = [];
  answer = renews('superuser');
});
afterAll(async () => {
  await gateway.app.close();
  authService.closeAllConnections();
  await new Promise((resolve) => authService.close(resolve));
});

const RENEWAL = 'POST /api/v1/auth/refresh';
const EXPIRED = `${ACCESS}=${token('user', -1)}; ${REFRESH}=old`;

const send = (method: 'GET' | 'POST', url: string, headers: Readonly<Record<string, string>> = {}, payload?: string) =>
  gateway.app.inject({ method, url, headers: { cookie: EXPIRED, ...headers }, payload });

describe('a request passes', () => {
  it('cross-site protection before its session is renewed', async () => {
    const { statusCode } = await send('POST', '/api/v1/collections', { 'sec-fetch-site': 'cross-site' });
    expect([statusCode, events]).toEqual([403, []]);
  });

  it('the renewal of its session before it is asked who sends it', async () => {
    const { statusCode, headers } = await send('GET', '/docs');
    expect([statusCode, events]).toEqual([200, [RENEWAL, 'authenticate superuser']]);
    expect(headers['set-cookie']).toEqual([expect.stringContaining(`${ACCESS}=h.`), `${REFRESH}=next; Path=/`]);
    expect(headers['cache-control']).toBe('no-store');
  });

  it('the question who sends it before it is refused', async () => {
    answer = renews('user');
    const { statusCode, headers } = await send('GET', '/docs');
    expect([statusCode, events]).toEqual([403, [RENEWAL, 'authenticate user']]);
    // The old token is used up: without the new one the browser would be left with none.
    expect(headers['set-cookie']).toHaveLength(2);
  });

  it('its refusal before its body is read', async () => {
    answer = renews('user');
    const json = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' };
    expect((await send('POST', '/api/v1/collections', json, 'no json')).statusCode).toBe(403);
    answer = renews('superuser');
    expect((await send('POST', '/api/v1/collections', json, 'no json')).statusCode).toBe(400);
  });

  it('as anonymous where its session is over, and its browser forgets it', async () => {
    answer = refuses;
    const { statusCode, headers } = await send('GET', '/docs', { accept: 'text/html' });
    expect([statusCode, headers.location, events]).toEqual([
      303,
      '/login?next=/docs',
      [RENEWAL, 'authenticate nobody'],
    ]);
    for (const name of [ACCESS, REFRESH]) {
      expect(headers['set-cookie']).toContain(`${name}=; Max-Age=0; Path=/; HttpOnly; Secure; SameSite=Lax`);
    }
  });

  it('on to auth-service with the new token, and its own answer has the last word on cookies', async () => {
    answer = renews('user');
    const { headers } = await send('GET', '/api/v1/auth/me');
    expect(events).toEqual([RENEWAL, 'authenticate user', 'GET /api/v1/auth/me']);
    expect(cookies).toEqual([`${REFRESH}=old`, `${ACCESS}=${token('user', 900)}`]);
    expect(headers['set-cookie']).toHaveLength(2);
  });
});

it('B-7: many requests with one expired cookie make one rotation, and each gets the new session', async () => {
  const waiting: ServerResponse[] = [];
  answer = (response) => void waiting.push(response);
  const burst = Array.from({ length: 50 }, () => send('GET', '/api/v1/saved-searches'));
  await until(() => waiting.length > 0);
  for (const response of waiting) renews('user')(response);
  const answers = await Promise.all(burst);
  expect(answers.map(({ statusCode }) => statusCode)).toEqual(answers.map(() => 200));
  expect(answers.map(({ headers }) => headers['set-cookie']?.length)).toEqual(answers.map(() => 2));
  expect(events.filter((event) => event === RENEWAL)).toHaveLength(1);
});

describe('while auth-service is away', () => {
  let alone: GatewayUnderTest;
  beforeAll(async () => {
    alone = await aGateway({ authenticate });
  });
  afterAll(() => alone.app.close());

  const ask = (url: string, access: string) =>
    alone.app.inject({ url, headers: { cookie: `${ACCESS}=${access}; ${REFRESH}=old` } });

  it('B-17: open routes go on without a session that cannot be renewed, and it is kept', async () => {
    const { statusCode, headers } = await ask('/api/v1/vacancies/search', token('user', -1));
    expect([statusCode, headers['set-cookie']]).toEqual([200, undefined]);
  });

  it('B-17: protected routes say when to come again', async () => {
    const { statusCode, headers, body } = await ask('/api/v1/saved-searches', token('user', -1));
    expect([statusCode, JSON.parse(body).code, headers['retry-after']]).toEqual([503, 'auth.unavailable', '5']);
  });

  it('reads with a living token go on, also where one must have logged in', async () => {
    expect((await ask('/api/v1/saved-searches', token('user', 900))).statusCode).toBe(200);
    expect((await ask('/api/v1/auth/me', token('user', ONE_DAY))).statusCode).toBe(503);
  });
});

it('writes no token to the log', () => {
  expect(gateway.log.join('')).toMatch('GET /docs 200');
  expect(gateway.log.join('')).not.toMatch(/refresh=|h\.eyJ|__Host/);
});

/** Lets others have their turn until it is so. */
const until = async (isSo: () => boolean): Promise<void> => {
  while (!isSo()) await new Promise(setImmediate);
};
