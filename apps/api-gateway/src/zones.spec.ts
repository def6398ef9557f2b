import fc from 'fast-check';
import { Agent, request, type IncomingMessage } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { aGateway, credentials, type GatewayUnderTest, type Role } from './gateway.fixture';

let gateway: GatewayUnderTest;
let port: number;
const agent = new Agent({ keepAlive: true });

beforeAll(async () => {
  gateway = await aGateway();
  await gateway.app.listen(0, '127.0.0.1');
  ({ port } = gateway.app.getHttpServer().address() as AddressInfo);
});
afterAll(async () => {
  agent.destroy();
  await gateway.app.close();
});

/** With the target as it stands: other clients resolve dots and decode what they can. */
const send = async (
  target: string,
  role: Role = 'anonymous',
  headers: Readonly<Record<string, string>> = {},
  method = 'GET',
) => {
  const response = await new Promise<IncomingMessage>((resolve, reject) =>
    request({ port, agent, method, path: target, headers: { ...credentials(role), ...headers } }, resolve)
      .on('error', reject)
      .end(),
  );
  return { status: response.statusCode ?? 0, headers: response.headers, body: await text(response) };
};
const statusesOf = async (target: string, headers: Readonly<Record<string, string>> = {}) => {
  const roles = ['anonymous', 'a bad credential', 'user', 'superuser'] as const;
  return Promise.all(roles.map(async (role) => (await send(target, role, headers)).status));
};

describe('A-1: a protected zone', () => {
  it.each([
    ...['/admin', '/admin/', '/admin/users', '/queues/a/b'],
    ...['/admin?x=/api/v1/auth/login', '/admin/users?x=/api/auth', '/admin/users?/login', '/admin?x=/../login'],
    ...['/admin/..;/', '/admin/..;/login', '/admin/%2e%2e/', '/admin/%2e%2e/login', '/admin/../login', '/admin/./'],
    ...['/admin//', '/admin//login', '/admin/%2f', '/admin/%2flogin', '/admin/..%2flogin', '/admin/%5c..%5clogin'],
    ...['/admin/%252e%252e/login', '/admin/%00', '/admin/login%00', '/admin/.', '/admin/...', '/admin/ADMIN'],
    ...['/%61dmin', '/%61%64%6d%69%6e/x', '/admin/%61', 'http://anywhere/admin', 'HTTPS://anywhere:1/admin/x?y'],
  ])('is closed at %s', async (target) => expect(await statusesOf(target)).toEqual([401, 401, 403, 404]));

  it.each([
    '/docs',
    '/docs/',
    '/docs/index.html',
    '/docs?x=/api/v1/auth/login',
    '/%64ocs',
    'http://anywhere/docs',
    '/docs/swagger-ui-init.js',
    '/docs/swagger-ui.css?v=/login',
    '/queues',
    '/queues/',
    '/queues/queue/collect-headhunter/job?x=/login',
    '/queues/api/queues',
    '/queues/static/favicon.ico',
  ])('opens to superusers alone at %s', async (target) =>
    expect(await statusesOf(target)).toEqual([401, 401, 403, 200]),
  );

  it.each([
    '/docs/../login',
    '/docs/%2e%2e/%2e%2e/package.json',
    '/docs/..%2f..%2fpackage.json',
    '/docs/..%5cpackage.json',
    '/docs/%00',
    '/docs/.env',
  ])('gives nothing from beside its files at %s', async (target) => {
    const [anonymous, bad, user, superuser] = await statusesOf(target);
    expect([anonymous, bad, user]).toEqual([401, 401, 403]);
    expect([400, 403, 404]).toContain(superuser);
  });

  it.each([
    ...['//admin', '///docs', '/./docs', '/api/../docs', '/login/../docs', '/%2e/docs', '/..;/docs', '/;/docs'],
    ...['/Admin', '/ADMIN/users', '/Docs', '/dOCS/index.html', '/admin.', '/docs.', '/docs..', '/docs%20', '/docs%2e'],
    ...[
      '/admin%2f',
      '/docs%2findex.html',
      '/%2fdocs',
      '/docs%5c',
      '/docs%5cindex.html',
      '/docs;/',
      '/docs;x=1',
      '/docs%3b',
    ],
    ...['/docs%00', '/docs%0a', '/docs%09', '/%2564ocs', '/docs%252f', '/docs%3f', '/docs%23', '/docsx', '/x/docs'],
  ])('is not what %s means, which is nothing at all', async (target) =>
    expect(await statusesOf(target)).toEqual([404, 404, 404, 404]),
  );

  it.each(['/docs/%zz', '/docs/%', '/%c0%af/docs', '/docs/%c0%ae%c0%ae/', '/docs/%ff'])(
    'A-1: refuses the malformed %s',
    async (target) => expect(await statusesOf(target)).toEqual([400, 400, 400, 400]),
  );

  it.each([
    '\\docs',
    '*docs',
    '*',
    'docs',
    '?/docs',
    '/docs\0',
    '/docs\t',
    '/d\u00f6cs',
    'http://',
    'http:///docs',
    'ftp://x/docs',
    '@/docs',
  ])('is nothing that a client without manners reaches by %j', async (target) => {
    const socket = connect(port, '127.0.0.1', () =>
      socket.end(`GET ${target} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`, 'latin1'),
    );
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 (400|401|404) /);
  });

  it.each(['HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'])('is closed to %s', async (method) => {
    for (const target of ['/admin', '/admin/users', '/docs', '/docs/index.html', '/docs/nothing', '/queues/x']) {
      expect([target, (await send(target, 'anonymous', {}, method)).status]).toEqual([target, 401]);
      expect([target, (await send(target, 'user', {}, method)).status]).toEqual([target, 403]);
    }
  });

  it('stays closed however its name is dressed up', async () => {
    const piece = fc.constantFrom(
      '/',
      '//',
      '/.',
      '/..',
      '/..;',
      ';',
      '%2f',
      '%5c',
      '\\',
      '%2e',
      '%252e',
      '%00',
      '%09',
      '.',
      '?',
      '#',
      '&x=',
      ':',
      '@',
      'login',
      'api/v1/auth',
      'openapi.json',
      'docs',
      'index.html',
    );
    const target = fc
      .tuple(
        fc.constantFrom('/admin', '/docs', '/queues', '/%61dmin', '//docs', '/DOCS', '/./docs'),
        fc.array(piece, { maxLength: 6 }),
      )
      .map(([zone, pieces]) => zone + pieces.join(''));
    await fc.assert(
      fc.asyncProperty(target, async (path) => {
        const [anonymous = 0, , user = 0, superuser = 0] = await statusesOf(path);
        expect([400, 401, 404]).toContain(anonymous);
        expect([400, 403, 404]).toContain(user);
        expect(superuser).toBeLessThan(500);
      }),
      { numRuns: 200 },
    );
  });
});

describe('A-5: the name of the host', () => {
  it.each([
    ...['example.com/api/auth', 'example.com/login?', 'example.com#', 'admin.example.com', 'docs.example.com'],
    ...['api.example.com', 'localhost', '', '[::1]:3000', 'x@example.com', 'example.com:1/docs', '..'],
  ])('takes no part in the decision: "%s"', async (host) => {
    expect(await statusesOf('/docs', { host })).toEqual([401, 401, 403, 200]);
    expect(await statusesOf('/admin/x', { host })).toEqual([401, 401, 403, 404]);
    for (const open of ['/', '/register', '/openapi.json', '/api/v1/vacancies/search']) {
      expect([open, ...(await statusesOf(open, { host }))]).toEqual([open, 200, 200, 200, 200]);
    }
  });

  it('is not taken from other headers either', async () => {
    const headers = {
      'x-original-url': '/login',
      'x-rewrite-url': '/login',
      'x-forwarded-host': 'example.com/login',
      'x-forwarded-prefix': '/login',
      'x-http-method-override': 'GET',
    };
    expect(await statusesOf('/docs', headers)).toEqual([401, 401, 403, 200]);
  });
});

describe('a browser', () => {
  const HTML = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

  it.each([
    ['/docs', '/login?next=/docs'],
    ['/docs/?a=/b&c=d', '/login?next=/docs/%3Fa%3D/b%26c%3Dd'],
    ['/admin/users', '/login?next=/admin/users'],
    ['http://evil.example/docs', '/login'],
    ['/docs/%2f%2fevil.example', '/login'],
  ])('A-18: is led from %s to log in and come back', async (target, location) => {
    for (const role of ['anonymous', 'a bad credential'] as const) {
      const { status, headers } = await send(target, role, HTML);
      expect([status, headers.location]).toEqual([303, location]);
    }
  });

  it('A-6: is told in words why it may not enter', async () => {
    const { status, headers, body } = await send('/docs', 'user', { ...HTML, 'accept-language': 'ru' });
    expect([status, headers['content-type']]).toEqual([403, 'text/html; charset=utf-8']);
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'self'; /);
    expect(body).toMatch('<h1>Нет доступа</h1>');
  });

  it.each([
    ['a program', 'GET', {}],
    ['a script of a page', 'GET', { accept: 'application/json, text/plain, */*' }],
    ['a form', 'POST', HTML],
  ] as const)('is not what %s is taken for', async (_, method, headers) => {
    const { status, headers: sent, body } = await send('/docs', 'anonymous', headers, method);
    expect([status, JSON.parse(body).code]).toEqual([401, 'authentication-required']);
    expect(sent['www-authenticate']).toMatch(/^Bearer /);
  });

  it('is answered as a program where there are no pages', async () => {
    const { app } = await aGateway({ identity: { transport: 'header' } });
    const answers = await Promise.all(['/docs', '/login', '/'].map((url) => app.inject({ url, headers: HTML })));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([401, 404, 200]);
    for (const { headers } of answers) expect(headers['content-type']).toMatch(/json/);
    await app.close();
  });

  it('finds a first page with what it may do', async () => {
    const home = async (role: Role) => (await send('/', role, HTML)).body;
    expect(await home('anonymous')).toMatch(/href="\/login"/);
    expect(await home('user')).toMatch(/href="\/logout"/);
    expect(await home('user')).not.toMatch(/href="\/docs"/);
    expect(await home('superuser')).toMatch(/href="\/docs"/);
    expect(JSON.parse((await send('/')).body)).toMatchObject({ openapi: '/openapi.json' });
  });
});
