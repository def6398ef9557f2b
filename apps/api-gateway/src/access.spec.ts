import { ICON_PATH, STYLE_PATH } from '@job-scope/auth-client';
import { routesOf } from '@job-scope/platform-testing';
import request from 'supertest';
import { aGateway, credentials, type GatewayUnderTest, type Role } from './gateway.fixture';

const ID = '00000000-0000-7000-8000-ffffffffffff';

const OPEN = { anonymous: 'let in', user: 'let in', superuser: 'let in', 'a bad credential': 'let in' } as const;
const AUTHENTICATED = { ...OPEN, anonymous: 401, 'a bad credential': 401 } as const;
const SUPERUSER = { anonymous: 401, user: 403, superuser: 'let in', 'a bad credential': 401 } as const;
type Row = Readonly<Record<Role, 'let in' | number>>;

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** All that lies in a protected zone, and what it is that is served there. */
const zone = (prefix: string, served: readonly string[] = []): Record<string, Row> =>
  Object.fromEntries(
    [
      ...[prefix, `${prefix}/*`].flatMap((path) => METHODS.map((method) => `${method} ${path}`)),
      ...served.map((path) => `GET ${path}`),
    ].map((route) => [route, SUPERUSER]),
  );

/** Every route of the gateway, and what each role is told there. A route that is missing here fails the test. */
const ROUTES: Readonly<Record<string, Row>> = {
  'GET /': OPEN,
  'GET /openapi.json': OPEN,
  'GET /.well-known/jwks.json': OPEN,
  [`GET ${STYLE_PATH}`]: OPEN,
  [`GET ${ICON_PATH}`]: OPEN,
  'GET /login': OPEN,
  'POST /login': OPEN,
  'GET /logout': OPEN,
  'POST /logout': OPEN,
  'GET /register': OPEN,
  'POST /register': OPEN,
  'GET /password/forgot': OPEN,
  'POST /password/forgot': OPEN,
  'GET /password/reset': OPEN,
  'POST /password/reset': OPEN,
  'GET /email/confirm': OPEN,
  'POST /email/confirm': OPEN,
  'POST /api/v1/auth/register': OPEN,
  'POST /api/v1/auth/login': OPEN,
  'POST /api/v1/auth/refresh': OPEN,
  'POST /api/v1/auth/logout': OPEN,
  'POST /api/v1/auth/password/forgot': OPEN,
  'POST /api/v1/auth/password/reset': OPEN,
  'POST /api/v1/auth/email/confirm': OPEN,
  'GET /api/v1/auth/me': AUTHENTICATED,
  'PATCH /api/v1/auth/me': AUTHENTICATED,
  'DELETE /api/v1/auth/me': AUTHENTICATED,
  'GET /api/v1/auth/sessions': AUTHENTICATED,
  'DELETE /api/v1/auth/sessions': AUTHENTICATED,
  'DELETE /api/v1/auth/sessions/:sessionId': AUTHENTICATED,
  'POST /api/v1/auth/password': AUTHENTICATED,
  'POST /api/v1/auth/email': AUTHENTICATED,
  'GET /api/v1/users': SUPERUSER,
  'POST /api/v1/users': SUPERUSER,
  'GET /api/v1/users/:userId': SUPERUSER,
  'PATCH /api/v1/users/:userId': SUPERUSER,
  'DELETE /api/v1/users/:userId': SUPERUSER,
  'GET /api/v1/users/:userId/sessions': SUPERUSER,
  'DELETE /api/v1/users/:userId/sessions': SUPERUSER,
  'DELETE /api/v1/users/:userId/sessions/:sessionId': SUPERUSER,
  'GET /api/v1/vacancies/search': OPEN,
  'GET /api/v1/vacancies/export': OPEN,
  'GET /api/v1/vacancies/suggestions': OPEN,
  'POST /api/v1/vacancies': SUPERUSER,
  'GET /api/v1/vacancies/hidden': SUPERUSER,
  'GET /api/v1/vacancies/:id': OPEN,
  'PATCH /api/v1/vacancies/:id': SUPERUSER,
  'DELETE /api/v1/vacancies/:id': SUPERUSER,
  'GET /api/v1/vacancies/:id/edits': SUPERUSER,
  'DELETE /api/v1/vacancies/:id/edits/:field': SUPERUSER,
  'POST /api/v1/vacancies/:id/hide': SUPERUSER,
  'POST /api/v1/vacancies/:id/show': SUPERUSER,
  'GET /api/v1/vacancies/:id/history': OPEN,
  'GET /api/v1/vacancies/:id/similar': OPEN,
  'POST /api/v1/exports': AUTHENTICATED,
  'GET /api/v1/exports': AUTHENTICATED,
  'GET /api/v1/exports/:id': AUTHENTICATED,
  'DELETE /api/v1/exports/:id': AUTHENTICATED,
  'GET /api/v1/exports/:id/file': OPEN,
  'GET /api/v1/sources': OPEN,
  'GET /api/v1/areas': OPEN,
  'GET /api/v1/statistics/salaries': OPEN,
  'GET /api/v1/statistics/vacancies': OPEN,
  'POST /api/v1/collections': SUPERUSER,
  'GET /api/v1/collections': SUPERUSER,
  'GET /api/v1/collections/:id': SUPERUSER,
  'GET /api/v1/collections/:id/windows': SUPERUSER,
  'GET /api/v1/collections/:id/events': SUPERUSER,
  'POST /api/v1/collections/:id/cancel': SUPERUSER,
  'GET /api/v1/dead-letters': SUPERUSER,
  'GET /api/v1/dead-letters/:id': SUPERUSER,
  'POST /api/v1/dead-letters/:id/replay': SUPERUSER,
  'POST /api/v1/dead-letters/:id/discard': SUPERUSER,
  'GET /api/v1/dead-letter-groups': SUPERUSER,
  'POST /api/v1/dead-letter-groups/replay': SUPERUSER,
  'GET /api/v1/sources/:name/queue': SUPERUSER,
  'POST /api/v1/sources/:name/queue/pause': SUPERUSER,
  'POST /api/v1/sources/:name/queue/resume': SUPERUSER,
  'POST /api/v1/sources/:name/queue/clear': SUPERUSER,
  'GET /api/v1/search-index': SUPERUSER,
  'POST /api/v1/search-index/operations': SUPERUSER,
  'GET /api/v1/search-index/operations/:id': SUPERUSER,
  'GET /api/v1/saved-searches': AUTHENTICATED,
  'POST /api/v1/saved-searches': AUTHENTICATED,
  'GET /api/v1/saved-searches/:id': AUTHENTICATED,
  'PATCH /api/v1/saved-searches/:id': AUTHENTICATED,
  'DELETE /api/v1/saved-searches/:id': AUTHENTICATED,
  'POST /api/v1/saved-searches/:id/pause': AUTHENTICATED,
  'POST /api/v1/saved-searches/:id/resume': AUTHENTICATED,
  'GET /unsubscribe/:secret': OPEN,
  'POST /unsubscribe/:secret': OPEN,
  'GET /api/v1/schedules': SUPERUSER,
  'POST /api/v1/schedules': SUPERUSER,
  'GET /api/v1/schedules/:id': SUPERUSER,
  'PATCH /api/v1/schedules/:id': SUPERUSER,
  'DELETE /api/v1/schedules/:id': SUPERUSER,
  'POST /api/v1/schedules/:id/run': SUPERUSER,
  'POST /api/v1/schedules/:id/pause': SUPERUSER,
  'POST /api/v1/schedules/:id/resume': SUPERUSER,
  'GET /api/v1/audit-events': SUPERUSER,
  ...zone('/admin'),
  ...zone('/queues', [
    ...['/queues/', '/queues/job-schedulers', '/queues/metrics-history', '/queues/static/*'],
    ...['/queues/queue/:queueName', '/queues/queue/:queueName/:jobId'],
    ...['/queues/api/queues', '/queues/api/job-schedulers'],
    ...['default-job-options', 'job-data-schema', 'metrics', 'rate-limit', 'workers', ':jobId'].map(
      (path) => `/queues/api/queues/:queueName/${path}`,
    ),
    ...['flow', 'logs'].map((path) => `/queues/api/queues/:queueName/:jobId/${path}`),
  ]),
  ...zone('/docs', [
    '/docs/',
    '/docs/index.html',
    '/docs/LICENSE',
    '/docs/swagger-ui-init.js',
    '/docs/docs/swagger-ui-init.js',
  ]),
};

let gateway: GatewayUnderTest;
beforeAll(async () => {
  gateway = await aGateway();
});
afterAll(() => gateway.app.close());

const ask = (route: string, role: Role) => {
  const [method = '', path = ''] = route.split(' ');
  const url = path.replaceAll(/:\w+/g, ID).replace('*', 'swagger-ui.css');
  const verb = method.toLowerCase() as 'get' | 'post' | 'put' | 'patch' | 'delete';
  return request(gateway.app.getHttpServer())
    [verb](url)
    .set({ 'sec-fetch-site': 'same-origin', ...credentials(role) });
};

const roles = Object.keys(OPEN) as Role[];
const cells = Object.entries(ROUTES).flatMap(([route, row]) => roles.map((role) => [route, role, row[role]] as const));

it.each(cells)('%s, asked by %s: %s', async (route, role, expected) => {
  const { status, body } = await ask(route, role);
  if (expected === 'let in') expect([401, 403, 500]).not.toContain(status);
  else expect([status, body.status]).toEqual([expected, expected]);
});

it('lists every route there is', () => {
  expect(routesOf(gateway.app)).toEqual(Object.keys(ROUTES).sort());
});

it('documents as protected what is protected, and nothing else', async () => {
  const { paths } = (await ask('GET /openapi.json', 'anonymous')).body;
  for (const [path, operations] of Object.entries<Record<string, { security?: unknown[] }>>(paths)) {
    for (const [method, { security }] of Object.entries(operations)) {
      const { status } = await ask(`${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`, 'anonymous');
      expect([path, method, security !== undefined]).toEqual([path, method, status === 401]);
    }
  }
});
