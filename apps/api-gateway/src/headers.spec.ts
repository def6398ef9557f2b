import request from 'supertest';
import { aGateway, credentials, type GatewayUnderTest } from './gateway.fixture';

let gateway: GatewayUnderTest;
beforeAll(async () => {
  gateway = await aGateway();
});
afterAll(() => gateway.app.close());

const get = (path: string) => request(gateway.app.getHttpServer()).get(path).set(credentials('superuser'));

it.each(['/', '/openapi.json', '/api/v1/vacancies/search', '/api/v1/auth/me', '/nothing', '/admin', '/docs', '/login'])(
  'lets nobody frame, guess or downgrade %s',
  async (path) => {
    const { headers } = await get(path);
    expect(headers).toMatchObject({
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'content-security-policy': expect.stringMatching(/default-src 'none';.*frame-ancestors 'none'/),
    });
    expect(headers).not.toHaveProperty('x-powered-by');
  },
);

it('lets the page of the documentation load from here and from nowhere else', async () => {
  for (const path of ['/docs', '/docs/', '/docs/index.html', '/docs/swagger-ui-init.js']) {
    const policy = (await get(path)).headers['content-security-policy'];
    expect(policy).toMatch(/script-src 'self'; .*connect-src 'self'/);
    expect(policy).not.toMatch(/https?:|\*|unsafe-eval/);
  }
  const { text } = await get('/docs');
  expect(text).not.toMatch(/(src|href)=["'](https?:)?\/\//);
  // What its policy would stop: scripts that stand in the page itself.
  expect(text).not.toMatch(/<script>|\son\w+=/);
});

it('shows its description to all, without asking who they are', async () => {
  const { body, headers, status } = await request(gateway.app.getHttpServer())
    .get('/openapi.json')
    .set({ ...credentials('a bad credential'), cookie: '__Host-refresh=r' });
  expect([status, body.openapi, headers['set-cookie']]).toEqual([200, '3.1.1', undefined]);
  expect((await get('/api/v1/openapi.json')).status).toBe(404);
});

it('compresses what is long and open to all, and nothing that holds a token', async () => {
  const encodingOf = async (path: string) =>
    (await get(path).set('accept-encoding', 'gzip')).headers['content-encoding'];
  expect(await encodingOf('/openapi.json')).toBe('gzip');
  for (const path of ['/login', '/api/v1/auth/me']) expect([path, await encodingOf(path)]).toEqual([path, undefined]);
});
