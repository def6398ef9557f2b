import { AUTHENTICATOR, bind, createHttpApp, createLogger, PortsModule, silentLogger } from '@job-scope/platform-nest';
import { Module, type DynamicModule } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createServer, get, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { IdentityProxyModule, registerIdentityProxy, type IdentityProxyOptions } from './identity-proxy';
import { registerSessions } from './register-sessions';

@Module({})
class GatewayModule {
  static register(options: IdentityProxyOptions): DynamicModule {
    const authenticator = { authenticate: async () => ({ kind: 'anonymous' }) as const };
    return {
      module: GatewayModule,
      imports: [PortsModule.register([bind(AUTHENTICATOR, authenticator)]), IdentityProxyModule.register(options)],
    };
  }
}

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

interface Seen {
  readonly method?: string;
  readonly url?: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

const ok: Handler = (_request, response) => {
  response.setHeader('content-type', 'application/json').setHeader('set-cookie', ['access=a', 'refresh=b']);
  response.end('{"from":"upstream"}');
};
const logger = createLogger({ service: 'spec', level: 'error', stream: new PassThrough().resume() });
const breaksOff: Handler = (request) => request.socket.destroy();
const staysSilent: Handler = () => undefined;

describe('the identity proxy', () => {
  let upstream: Server;
  let gateway: NestFastifyApplication;
  let seen: Seen[];
  let handle: Handler;

  const startGateway = (authServiceUrl: string): Promise<NestFastifyApplication> => {
    const options = { authServiceUrl, secureCookies: false, logger: silentLogger, timeoutMs: 200 };
    return createHttpApp(GatewayModule.register(options), {
      logger,
      configure: async (app) => {
        await registerSessions(app);
        await registerIdentityProxy(app, options);
      },
    });
  };

  beforeEach(async () => {
    seen = [];
    handle = ok;
    upstream = createServer(async (request, response) => {
      const { method, url, headers } = request;
      seen.push({ method, url, headers, body: await text(request).catch(() => '') });
      handle(request, response);
    });
    await new Promise<void>((resolve) => upstream.listen(0, '127.0.0.1', resolve));
    gateway = await startGateway(`http://127.0.0.1:${(upstream.address() as AddressInfo).port}`);
  });
  afterEach(async () => {
    await gateway.close();
    upstream.closeAllConnections();
    await new Promise((resolve) => upstream.close(resolve));
  });

  it('passes a request on as it came, and the answer back', async () => {
    const response = await gateway.inject({
      method: 'POST',
      url: '/api/v1/auth/login?from=page',
      headers: { authorization: 'Bearer token', 'user-agent': 'spec' },
      payload: { email: 'a@example.com' },
    });
    expect(seen).toMatchObject([
      {
        method: 'POST',
        url: '/api/v1/auth/login?from=page',
        body: '{"email":"a@example.com"}',
        headers: { 'content-type': 'application/json', authorization: 'Bearer token', 'user-agent': 'spec' },
      },
    ]);
    expect(response.statusCode).toBe(200);
    expect(response.json()).toEqual({ from: 'upstream' });
    expect(response.headers['set-cookie']).toEqual(['access=a', 'refresh=b']);
  });

  it('passes on the published keys', async () => {
    expect((await gateway.inject('/.well-known/jwks.json')).statusCode).toBe(200);
    expect(seen[0]?.url).toBe('/.well-known/jwks.json');
  });

  it('passes on no identity that a client made up, and names the client itself', async () => {
    const madeUp = {
      'x-user-id': '1',
      'x-superuser': 'true',
      'x-forwarded-for': '1.2.3.4',
      'x-real-ip': '1.2.3.4',
      forwarded: 'for=1.2.3.4',
    };
    await gateway.inject({ url: '/api/v1/auth/me', headers: { ...madeUp, cookie: 'other=1; access=a' } });
    const { host, connection, ...headers } = seen[0]?.headers ?? {};
    expect([host, connection]).toEqual([expect.any(String), 'keep-alive']);
    expect(headers).toEqual({
      cookie: 'access=a',
      traceparent: expect.any(String),
      'user-agent': 'lightMyRequest',
      'x-forwarded-for': '127.0.0.1',
    });
  });

  it.each([
    ['/api/v1/auth/refresh', 'access=a; refresh=r'],
    ['/api/v1/auth/logout', 'access=a; refresh=r'],
    ['/api/v1/auth/login', 'access=a'],
    ['/api/v1/auth/sessions', 'access=a'],
  ])('B-8: sends to %s the cookies %s', async (url, cookie) => {
    await gateway.inject({ method: 'POST', url, headers: { cookie: 'refresh=r; access=a; tracking=t' } });
    expect(seen[0]?.headers.cookie).toBe(cookie);
  });

  it('continues the trace', async () => {
    const traceId = '1'.repeat(32);
    const response = await gateway.inject({
      url: '/api/v1/auth/me',
      headers: { traceparent: `00-${traceId}-${'2'.repeat(16)}-01` },
    });
    expect(seen[0]?.headers['traceparent']).toContain(traceId);
    expect(response.headers['traceparent']).toContain(traceId);
  });

  it.each(['/api/v1/auth/../../internal', '/api/v1/auth/%2e%2e/internal', '/api/v1/auth/./me'])(
    'reaches nothing but what it matched: %s',
    async (url) => {
      await gateway.listen(0, '127.0.0.1');
      const { port } = gateway.getHttpServer().address() as AddressInfo;
      const status = await new Promise((resolve) => {
        // As it stands: other clients resolve the dots themselves.
        get({ port, path: url, agent: false }, (response) => resolve(response.resume().statusCode));
      });
      expect(status).toBe(404);
      expect(seen).toEqual([]);
    },
  );

  it.each([
    ['GET', '/api/v1/auth/me', 2],
    ['POST', '/api/v1/auth/login', 1],
  ] as const)('answers 502 to a %s whose answer breaks off, after so many tries', async (method, url, tries) => {
    handle = breaksOff;
    const response = await gateway.inject({ method, url });
    expect([response.statusCode, response.json().code]).toEqual([502, 'auth.bad-gateway']);
    expect(response.headers['content-type']).toContain('application/problem+json');
    expect(seen).toHaveLength(tries);
  });

  it('is rescued by the one retry of a reading request', async () => {
    handle = (request, response) => (seen.length === 1 ? breaksOff : ok)(request, response);
    expect((await gateway.inject('/api/v1/auth/me')).statusCode).toBe(200);
  });

  it('answers 504 when the answer does not come in time', async () => {
    handle = staysSilent;
    const response = await gateway.inject({ method: 'POST', url: '/api/v1/auth/login' });
    expect([response.statusCode, response.json().code]).toEqual([504, 'auth.timeout']);
  });

  it('answers 503 with Retry-After when auth-service is away', async () => {
    const alone = await startGateway('http://127.0.0.1:9');
    const response = await alone.inject('/api/v1/auth/me');
    expect([response.statusCode, response.json().code]).toEqual([503, 'auth.unavailable']);
    expect(response.headers['retry-after']).toBe('5');
    await alone.close();
  });

  it('passes on the problems of auth-service untouched', async () => {
    handle = (_request, response) => {
      response.writeHead(401, { 'content-type': 'application/problem+json' }).end('{"code":"auth.invalid-token"}');
    };
    const response = await gateway.inject('/api/v1/auth/me');
    expect([response.statusCode, response.json()]).toEqual([401, { code: 'auth.invalid-token' }]);
  });
});
