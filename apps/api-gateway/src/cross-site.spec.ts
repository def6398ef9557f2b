import request from 'supertest';
import { aGateway, credentials, type GatewayUnderTest } from './gateway.fixture';

const FRONT_END = 'https://jobs.example.org';
const COLLECTIONS = '/api/v1/collections';

let gateway: GatewayUnderTest;
beforeAll(async () => {
  gateway = await aGateway({ allowedOrigins: [FRONT_END] });
});
afterAll(() => gateway.app.close());

const post = (headers: Readonly<Record<string, string>>) =>
  request(gateway.app.getHttpServer())
    .post(COLLECTIONS)
    .type('application/json')
    .set({ host: 'api.example.org', ...credentials('superuser'), 'idempotency-key': 'k', ...headers })
    .send(JSON.stringify({ source: 'headhunter', query: {} }));

describe('an unsafe request', () => {
  it.each([
    ['of a program, which names no origin', {}],
    ['of a page of our own', { origin: 'https://api.example.org', 'sec-fetch-site': 'same-origin' }],
    ['of a page of our own, in a browser that tells no more', { origin: 'https://api.example.org' }],
    ['of a page of an allowed front end', { origin: FRONT_END, 'sec-fetch-site': 'cross-site' }],
    ['of the reader, who typed the address', { 'sec-fetch-site': 'none' }],
  ])('%s is let in', async (_of, headers: Readonly<Record<string, string>>) =>
    expect((await post(headers)).status).toBe(202),
  );

  it.each([
    ['of a page of another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['of a page of another site, in a browser that tells no more', { origin: 'https://evil.example' }],
    ['of a page of a sister site', { origin: 'https://www.example.org', 'sec-fetch-site': 'same-site' }],
    ['of a page without an origin of its own', { origin: 'null', 'sec-fetch-site': 'cross-site' }],
    ['of a page that hides its origin', { 'sec-fetch-site': 'cross-site' }],
    ['of our own address over another scheme', { origin: 'http://api.example.org', 'sec-fetch-site': 'cross-site' }],
  ])('%s is refused before anybody asks who sends it', async (_of, headers: Readonly<Record<string, string>>) => {
    const { status, body } = await post({ ...headers, authorization: 'Bearer a bad credential' });
    expect([status, body.code]).toEqual([403, 'cross-site-request']);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/jsonp'])(
    'of type %s, which a form might send, is refused before anybody asks who sends it',
    async (type) => {
      const { status, body } = await post({ 'content-type': type, authorization: 'Bearer a bad credential' });
      expect([status, body.code]).toEqual([415, 'unsupported-media-type']);
    },
  );
});

describe('a page of another origin', () => {
  const preflight = (origin: string) =>
    request(gateway.app.getHttpServer())
      .options(COLLECTIONS)
      .set({ origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' });

  const read = (origin: string) => request(gateway.app.getHttpServer()).get('/api/v1/vacancies/search').set({ origin });

  it('may call us, with cookies, if it is an allowed front end', async () => {
    const { headers } = await preflight(FRONT_END);
    expect(headers).toMatchObject({
      'access-control-allow-origin': FRONT_END,
      'access-control-allow-credentials': 'true',
      'access-control-allow-methods': 'GET, HEAD, POST, PUT, PATCH, DELETE',
      'access-control-max-age': '600',
      vary: expect.stringMatching(/origin/i),
    });
    expect((await read(FRONT_END)).headers).toMatchObject({
      'access-control-allow-origin': FRONT_END,
      'access-control-allow-credentials': 'true',
    });
  });

  it.each([
    'https://evil.example',
    `${FRONT_END}.evil.example`,
    'http://jobs.example.org',
    'https://jobs.example.org:8443',
    'null',
  ])('may not otherwise: %s', async (origin) => {
    for (const { headers } of [await preflight(origin), await read(origin)]) {
      expect(headers['access-control-allow-origin']).toBeUndefined();
    }
  });

  it('may not where no front end is allowed', async () => {
    const { app } = await aGateway();
    const { headers } = await request(app.getHttpServer()).get('/').set({ origin: FRONT_END });
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    await app.close();
  });
});

it('lets pages of other sites follow links to us: reading changes nothing', async () => {
  const { status } = await request(gateway.app.getHttpServer())
    .get('/api/v1/vacancies/search')
    .set({ 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' });
  expect(status).toBe(200);
});
