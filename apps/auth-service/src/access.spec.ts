import { AUTH_AUDIT_PATH, IDENTITY_ROUTES } from '@job-scope/auth-contracts';
import { routesOf } from '@job-scope/platform-testing';
import request from 'supertest';
import { anAuthService, type AuthServiceUnderTest } from './auth-service.fixture';

const NOBODY = '00000000-0000-7000-8000-ffffffffffff';

type Role = 'anonymous' | 'user' | 'superuser' | 'deactivated' | 'logged out';
const ROLES: readonly Role[] = ['anonymous', 'user', 'superuser', 'deactivated', 'logged out'];

const ROUTES = [...IDENTITY_ROUTES, { method: 'GET', path: AUTH_AUDIT_PATH, access: 'superuser' } as const];

/** What a role is told at the door; undefined when it may enter. */
const refusalOf = (access: (typeof ROUTES)[number]['access'], role: Role): 401 | 403 | undefined => {
  if (access === 'open') return undefined;
  if (role === 'user') return access === 'superuser' ? 403 : undefined;
  return role === 'superuser' ? undefined : 401;
};

let service: AuthServiceUnderTest;
let headers: Readonly<Record<Role, Record<string, string>>>;
beforeAll(async () => {
  service = await anAuthService('header');
  await service.addUser('root@example.com', { superuser: true });
  const gone = await service.addUser('gone@example.com');
  headers = {
    anonymous: {},
    user: await service.bearerOf(),
    superuser: await service.bearerOf('root@example.com'),
    deactivated: await service.bearerOf('gone@example.com'),
    'logged out': await service.bearerOf(),
  };
  await service.call('post', '/api/v1/auth/logout', { headers: headers['logged out'] });
  await service.store.setAccess(gone.id, { active: false, superuser: false, revision: 2 });
});
afterAll(() => service.app.close());

const ask = (method: string, path: string, role: Role) => {
  const verb = method.toLowerCase() as 'get' | 'post' | 'patch' | 'delete';
  return request(service.app.getHttpServer())[verb](path.replaceAll(/:\w+/g, NOBODY)).set(headers[role]);
};

it.each(ROUTES.flatMap((route) => ROLES.map((role) => ({ ...route, role, refusal: refusalOf(route.access, role) }))))(
  'A-3, A-8, A-18: $method $path, asked by $role: $refusal',
  async ({ method, path, role, refusal }) => {
    // An ordinary log-out would end the session for the rows that follow.
    if (path.endsWith('/logout') || (path.endsWith('/sessions') && method === 'DELETE' && !refusal)) return;
    const { status, headers: answered } = await ask(method, path, role);
    if (refusal) expect(status).toBe(refusal);
    else expect([403, 500]).not.toContain(status);
    expect('www-authenticate' in answered).toBe(refusal === 401);
  },
);

it('lists every route there is', () => {
  expect(routesOf(service.app)).toEqual(ROUTES.map(({ method, path }) => `${method} ${path}`).sort());
});
