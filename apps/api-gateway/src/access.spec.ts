import request from 'supertest';
import { aGateway, credentials, type GatewayUnderTest, type Role } from './gateway.fixture';

const ID = '00000000-0000-7000-8000-ffffffffffff';

/** Every route of the gateway itself, and what each role is told there. A route that is missing here fails the test. */
const OPEN = { anonymous: 'let in', user: 'let in', superuser: 'let in', 'a bad credential': 'let in' } as const;
const AUTHENTICATED = { ...OPEN, anonymous: 401, 'a bad credential': 401 } as const;
const SUPERUSER = { anonymous: 401, user: 403, superuser: 'let in', 'a bad credential': 401 } as const;
const ROUTES: Readonly<Record<string, Readonly<Record<Role, 'let in' | number>>>> = {
  'GET /': OPEN,
  'GET /.well-known/jwks.json': OPEN,
  'GET /api/v1/auth/*': OPEN,
  'POST /api/v1/auth/*': OPEN,
  'PUT /api/v1/auth/*': OPEN,
  'PATCH /api/v1/auth/*': OPEN,
  'DELETE /api/v1/auth/*': OPEN,
  'GET /api/v1/openapi.json': OPEN,
  'GET /api/v1/vacancies/search': OPEN,
  'GET /api/v1/vacancies/:id': OPEN,
  'GET /api/v1/sources': AUTHENTICATED,
  'POST /api/v1/collections': SUPERUSER,
  'GET /api/v1/collections': SUPERUSER,
  'GET /api/v1/collections/:id': SUPERUSER,
  'GET /docs': SUPERUSER,
  'GET /docs/': SUPERUSER,
  'GET /docs/*': SUPERUSER,
  'GET /docs/index.html': SUPERUSER,
  'GET /docs/LICENSE': SUPERUSER,
  'GET /docs/swagger-ui-init.js': SUPERUSER,
  'GET /docs/docs/swagger-ui-init.js': SUPERUSER,
};

let gateway: GatewayUnderTest;
beforeAll(async () => {
  gateway = await aGateway();
});
afterAll(() => gateway.app.close());

const ask = (route: string, role: Role) => {
  const [method = '', path = ''] = route.split(' ');
  const url = path.replace(':id', ID).replace('*', 'swagger-ui.css');
  const verb = method.toLowerCase() as 'get' | 'post' | 'put' | 'patch' | 'delete';
  return request(gateway.app.getHttpServer())[verb](url).set(credentials(role));
};

const roles = Object.keys(OPEN) as Role[];
const cells = Object.entries(ROUTES).flatMap(([route, row]) => roles.map((role) => [route, role, row[role]] as const));

it.each(cells)('%s, asked by %s: %s', async (route, role, expected) => {
  const { status, body } = await ask(route, role);
  if (expected === 'let in') expect([401, 403]).not.toContain(status);
  else expect([status, body.status]).toEqual([expected, expected]);
});

it('lists every route there is', () => {
  const tree = gateway.app.getHttpAdapter().getInstance().printRoutes();
  expect(routesOf(tree)).toEqual(Object.keys(ROUTES).sort());
});

it('documents as protected what is protected, and nothing else', async () => {
  const { paths } = (await ask('GET /api/v1/openapi.json', 'anonymous')).body;
  for (const [path, operations] of Object.entries<Record<string, { security?: unknown[] }>>(paths)) {
    for (const [method, { security }] of Object.entries(operations)) {
      const { status } = await ask(`${method.toUpperCase()} ${path.replace('{id}', ':id')}`, 'anonymous');
      expect([path, method, security !== undefined]).toEqual([path, method, status === 401]);
    }
  }
});

/** Where `@All` adds more to these, their policy is the same: it is the route's. */
const METHODS = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']);

/** Reads `printRoutes`: one line per path segment, indented by four columns a level, with its methods in brackets. */
const routesOf = (tree: string): string[] => {
  const segments: string[] = [];
  const routes = tree.split('\n').flatMap((line) => {
    const [, indent = '', segment = '', methods = ''] = /^([│ ]*)[├└]── (\S*)(?: \(([^)]*)\))?/.exec(line) ?? [];
    segments.length = indent.length / 4;
    segments.push(segment);
    const shown = methods.split(', ').filter((method) => METHODS.has(method));
    return shown.map((method) => `${method} ${segments.join('')}`);
  });
  return routes.sort();
};
