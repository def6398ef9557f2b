import request from 'supertest';
import { aGateway, type Call, type GatewayUnderTest } from './gateway.fixture';

const SEARCH = '/api/v1/vacancies/search';
const GUARDED = '/api/v1/saved-searches';
const FRONT_END = 'https://jobs.example.org';

let gateway: GatewayUnderTest;
beforeEach(async () => {
  gateway = await aGateway({ allowedOrigins: [FRONT_END], requestLimit: { requests: 3, seconds: 60 } });
});
afterEach(() => gateway.app.close());

const thrice = async (url: string, options?: Call) => {
  for (let i = 0; i < 3; i += 1) expect((await gateway.call('get', url, options)).status).toBe(200);
};

describe('the gateway', () => {
  it('A-10: refuses clients that ask too much of the API, in the words of its document', async () => {
    await thrice(SEARCH);
    const { status, body, headers } = await gateway.call('get', SEARCH);
    expect([status, body.code]).toEqual([429, 'too-many-requests']);
    expect(headers).toMatchObject({
      'retry-after': expect.stringMatching(/^\d+$/),
      'ratelimit-policy': '"global";q=3;w=60',
      ratelimit: expect.stringMatching(/^"global";r=0;t=\d+$/),
    });
  });

  it('counts users apart from the anonymous, and from each other', async () => {
    await thrice(SEARCH);
    await thrice(GUARDED, { role: 'user' });
    expect((await gateway.call('get', GUARDED, { role: 'user' })).status).toBe(429);
    expect((await gateway.call('get', GUARDED, { role: 'superuser' })).status).toBe(200);
  });

  it.each([
    ['post', '/api/v1/auth/login'],
    ['post', '/api/v1/auth/refresh'],
    ['get', '/.well-known/jwks.json'],
  ] as const)('A-10: counts what it would pass on to auth-service: %s %s', async (method, url) => {
    await thrice(SEARCH);
    const { status, body } = await request(gateway.app.getHttpServer())[method](url);
    expect([status, body.code]).toEqual([429, 'too-many-requests']);
  });

  it.each(['/', '/openapi.json', '/login'])('still shows %s', async (url) => {
    await thrice(SEARCH);
    const { status, headers } = await request(gateway.app.getHttpServer()).get(url);
    expect([status, headers['ratelimit']]).toEqual([200, undefined]);
  });

  it('lets pages of allowed front ends read how the limit stands', async () => {
    const { headers } = await request(gateway.app.getHttpServer()).get(SEARCH).set({ origin: FRONT_END });
    expect(headers['access-control-expose-headers']).toMatch(/\bratelimit, ratelimit-policy\b/);
  });
});

describe('the gateway, flooded from one address', () => {
  it.each([
    ['pages', 'get', '/login'],
    ['what it refuses', 'get', '/api/v1/collections'],
    ['what is not there', 'get', '/nothing'],
    ['sessions that are none', 'get', SEARCH],
  ] as const)('A-10: ends it, whatever is asked for: %s', async (_, method, url) => {
    const flooded = await aGateway({ addressLimit: { requests: 4, seconds: 60 } });
    const ask = () => request(flooded.app.getHttpServer())[method](url).set('cookie', '__Host-refresh=a.b.c');
    for (let i = 0; i < 4; i += 1) expect((await ask()).status).not.toBe(429);
    const { status, body, headers } = await ask();
    expect([status, body.code]).toEqual([429, 'too-many-requests']);
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    await flooded.app.close();
  });
});
