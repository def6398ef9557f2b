import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';
import { Readable } from 'node:stream';
import { AccessControl } from '../access-control/access-control.decorator';
import { startTestApp } from '../http/http-app.fixture';
import { silentLogger } from '../logging/logger';
import { limitRequests } from './limit-requests';
import { ReconciledRateLimit } from './reconciled-rate-limit';
import { InMemorySharedUsage } from './shared-usage';

@Controller()
class ApiController {
  @Get('api/open')
  @AccessControl({ open: true })
  open(): string {
    return 'open';
  }

  @Get('api/mine')
  @AccessControl({ authenticated: true })
  mine(): string {
    return 'mine';
  }

  @Post('api/body')
  @AccessControl({ open: true })
  body(@Body() body: object): object {
    return body;
  }

  @Get('api/proxied')
  @AccessControl({ open: true })
  proxied(@Res() reply: FastifyReply): void {
    void reply.headers({ 'ratelimit-policy': '"login";q=10;w=900', ratelimit: '"login";r=9;t=900' });
    void reply.send(Readable.from(['from elsewhere']));
  }

  @Get('keys/public')
  @AccessControl({ open: true })
  keys(): string {
    return 'keys';
  }

  @Get('page')
  @AccessControl({ open: true })
  page(): string {
    return 'page';
  }
}

let app: NestFastifyApplication;
beforeEach(async () => {
  const [policy, usage] = [{ requests: 3, seconds: 60 }, new InMemorySharedUsage()];
  const limit = new ReconciledRateLimit({ name: 'global', policy, usage, logger: silentLogger });
  const configure = (one: NestFastifyApplication) =>
    limitRequests(one.getHttpAdapter().getInstance(), limit, ['/api/', '/keys/']);
  ({ app } = await startTestApp(ApiController, { configure, trustedProxies: ['192.0.2.254'] }));
});
afterEach(() => app.close());

interface From {
  readonly user?: string;
  readonly ip?: string;
  readonly method?: 'GET' | 'HEAD' | 'POST';
}

const ask = (url: string, { user, ip = '192.0.2.1', method = 'GET' }: From = {}) =>
  app.inject({ url, method, remoteAddress: ip, headers: { ...(user && { 'x-user': user }) } });

const useUp = async (from?: From) => {
  for (let i = 0; i < 3; i += 1) expect((await ask('/api/open', from)).statusCode).toBe(200);
};

const statusOf = async (url: string, from?: From) => (await ask(url, from)).statusCode;

describe('the limit of all requests', () => {
  it('A-10: refuses whoever sends too many, on all limited routes together, and says how long', async () => {
    await useUp();
    const answer = await ask('/api/open');
    expect(answer.statusCode).toBe(429);
    expect(answer.json()).toMatchObject({ status: 429, code: 'too-many-requests', instance: '/api/open' });
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(answer.headers['retry-after']).toMatch(/^(60|59|58)$/);
    expect(answer.headers['ratelimit-policy']).toBe('"global";q=3;w=60');
    expect(answer.headers['ratelimit']).toMatch(/^"global";r=0;t=\d\d$/);
    expect(await statusOf('/api/body', { method: 'POST' })).toBe(429);
    expect(await statusOf('/keys/public')).toBe(429);
  });

  it('tells in each answer what is left, also when the route fails', async () => {
    expect((await ask('/api/open')).headers['ratelimit']).toMatch(/^"global";r=2;t=\d\d$/);
    const failed = await app.inject({
      ...{ url: '/api/body', method: 'POST', remoteAddress: '192.0.2.1' },
      ...{ headers: { 'content-type': 'application/json' }, payload: 'no json' },
    });
    expect([failed.statusCode, failed.headers['ratelimit']]).toEqual([400, expect.stringMatching(/^"global";r=1;/)]);
  });

  it('stands beside the limits of another service', async () => {
    const { headers, body } = await ask('/api/proxied');
    expect(headers['ratelimit-policy']).toBe('"global";q=3;w=60, "login";q=10;w=900');
    expect(headers['ratelimit']).toMatch(/^"global";r=2;t=\d\d, "login";r=9;t=900$/);
    expect(body).toBe('from elsewhere');
  });

  it('leaves a body as it was', async () => {
    const answer = await app.inject({ url: '/api/body', method: 'POST', payload: { a: 'б' } });
    expect([answer.statusCode, answer.json()]).toEqual([201, { a: 'б' }]);
  });

  it('counts users by who they are, from wherever they come', async () => {
    await useUp({ user: 'plain', ip: '192.0.2.1' });
    expect(await statusOf('/api/mine', { user: 'plain', ip: '192.0.2.2' })).toBe(429);
    expect(await statusOf('/api/open', { ip: '192.0.2.1' })).toBe(200);
  });

  it('A-10: counts the anonymous by address, those of an IPv6 network as one', async () => {
    await useUp({ ip: '192.0.2.1' });
    expect(await statusOf('/api/open', { ip: '192.0.2.2' })).toBe(200);
    await useUp({ ip: '2001:db8::1' });
    expect(await statusOf('/api/open', { ip: '2001:db8::ffff:1' })).toBe(429);
    expect(await statusOf('/api/open', { ip: '2001:db8:0:1::1' })).toBe(200);
  });

  it('A-10: believes only trusted proxies about the address', async () => {
    const via = (remoteAddress: string, client: string) =>
      app.inject({ url: '/api/open', remoteAddress, headers: { 'x-forwarded-for': client } });
    for (let i = 0; i < 3; i += 1) await via('192.0.2.1', `198.51.100.${i}`);
    expect((await via('192.0.2.1', '198.51.100.9')).statusCode).toBe(429);
    expect((await via('192.0.2.254', '198.51.100.9')).statusCode).toBe(200);
  });

  it('counts a HEAD once', async () => {
    expect((await ask('/api/open', { method: 'HEAD' })).headers['ratelimit']).toMatch(/^"global";r=2;/);
    expect((await ask('/api/open')).headers['ratelimit']).toMatch(/^"global";r=1;/);
  });

  it('counts nothing but limited routes: no pages, no unknown paths, no refused logins', async () => {
    for (const url of ['/page', '/api/nothing', '/api/mine']) {
      expect((await ask(url)).headers).not.toHaveProperty('ratelimit');
    }
    await useUp();
    expect(await statusOf('/page')).toBe(200);
  });
});
