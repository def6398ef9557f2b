import { Controller, Delete, Get, Post } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { startTestApp } from '../http/http-app.fixture';
import { AccessControl, CurrentPrincipal } from './access-control.decorator';
import type { RefusalPage } from './access-zone';
import type { Principal } from './authenticator';

@Controller('jobs')
class JobsController {
  @Get('open')
  @AccessControl({ open: true })
  open(@CurrentPrincipal() principal: Principal): Principal {
    return principal;
  }

  @Post('mine')
  @AccessControl({ authenticated: true })
  mine(@CurrentPrincipal() principal: Principal): Principal {
    return principal;
  }

  @Get('logo')
  @AccessControl({ asset: true })
  logo(@CurrentPrincipal() principal: Principal): Principal {
    return principal;
  }

  @Delete('all')
  @AccessControl({ superuser: true })
  all(): string {
    return 'deleted';
  }
}

const rawOf = (app: NestFastifyApplication): FastifyInstance => app.getHttpAdapter().getInstance();

/** A plugin with a scope of its own, as bull-board or a static file server is. */
const dashboard = async (plugin: FastifyInstance): Promise<void> => {
  plugin.get('/', async () => 'dashboard');
  plugin.get('/queue/:name', async () => 'queue');
  plugin.get('/help', { config: { accessControl: { open: true } } }, async () => 'help');
};
const mountDashboard = async (app: NestFastifyApplication): Promise<void> => {
  await rawOf(app).register(dashboard, { prefix: '/queues' });
};

/** A page for browsers that may not enter. */
const refusalPage: RefusalPage = ({ headers }, reply, { status }) => {
  if (headers.accept !== 'text/html') return false;
  void reply.status(status).type('text/html').send('<p>refused</p>');
  return true;
};

describe('access control', () => {
  let app: NestFastifyApplication;
  beforeAll(async () => {
    const zones = [
      { prefix: '/queues', policy: { superuser: true }, refusalPage },
      { prefix: '/queues/queue', policy: { authenticated: true } },
    ] as const;
    ({ app } = await startTestApp(JobsController, { zones, configure: mountDashboard }));
  });
  afterAll(() => app.close());

  const send = (method: 'GET' | 'HEAD' | 'POST' | 'DELETE', url: string, user?: string) =>
    app.inject({ method, url, headers: user ? { 'x-user': user } : {} });

  it.each([
    ['GET', '/jobs/open', { nobody: 200, plain: 200, superuser: 200 }],
    ['POST', '/jobs/mine', { nobody: 401, plain: 201, superuser: 201 }],
    ['DELETE', '/jobs/all', { nobody: 401, plain: 403, superuser: 200 }],
    ['HEAD', '/jobs/open', { nobody: 200, plain: 200, superuser: 200 }],
    ['GET', '/queues', { nobody: 401, plain: 403, superuser: 200 }],
    ['HEAD', '/queues', { nobody: 401, plain: 403, superuser: 200 }],
    ['GET', '/queues/', { nobody: 401, plain: 403, superuser: 200 }],
    ['GET', '/queues/queue/a', { nobody: 401, plain: 200, superuser: 200 }],
    ['GET', '/queues/help', { nobody: 200, plain: 200, superuser: 200 }],
    ['GET', '/%71ueues', { nobody: 401, plain: 403, superuser: 200 }],
    ['GET', '/queues/nothing', { nobody: 401, plain: 403, superuser: 404 }],
    ['HEAD', '/queues/nothing', { nobody: 401, plain: 403, superuser: 404 }],
    ['POST', '/queues', { nobody: 401, plain: 403, superuser: 404 }],
    ['DELETE', '/queues/', { nobody: 401, plain: 403, superuser: 404 }],
    ['POST', '/queues/queue/a', { nobody: 401, plain: 404, superuser: 404 }],
    ['GET', '/queues/queue', { nobody: 401, plain: 404, superuser: 404 }],
  ] as const)('%s %s', async (method, url, { nobody, plain, superuser }) => {
    expect((await send(method, url)).statusCode).toBe(nobody);
    expect((await send(method, url, 'plain')).statusCode).toBe(plain);
    expect((await send(method, url, 'superuser')).statusCode).toBe(superuser);
  });

  it('tells the controller who asks', async () => {
    expect((await send('GET', '/jobs/open')).json()).toEqual({ kind: 'anonymous' });
    expect((await send('GET', '/jobs/open', 'plain')).json()).toMatchObject({ kind: 'user', id: 'u1' });
  });

  it('A-17: keeps who asks with the request: of many under way at once none gets the rights of another', async () => {
    const users = Array.from({ length: 60 }, (_, index) => [undefined, 'plain', 'superuser'][index % 3]);
    const answers = await Promise.all(users.map((user) => send('DELETE', '/jobs/all', user)));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(
      users.map((user) => (user === 'superuser' ? 200 : user === 'plain' ? 403 : 401)),
    );
  });

  it('asks for a login with a challenge', async () => {
    const answer = await send('DELETE', '/jobs/all');
    expect(answer.headers['www-authenticate']).toMatch(/^Bearer /);
    expect(answer.json()).toMatchObject({ status: 401, code: 'authentication-required' });
  });

  it('says that rights are missing', async () => {
    expect((await send('DELETE', '/jobs/all', 'plain')).json()).toMatchObject({ status: 403, code: 'access-denied' });
  });

  it('refuses bad credentials even where none are needed', async () => {
    expect((await send('GET', '/jobs/open', 'forged')).json()).toMatchObject({ status: 401, code: 'token-invalid' });
  });

  it('B-12: does not even ask who wants what is the same for all', async () => {
    expect((await send('GET', '/jobs/logo', 'forged')).json()).toEqual({ kind: 'anonymous' });
  });

  it('answers a browser by a page where a zone has one', async () => {
    const browse = (url: string, user?: string) =>
      app.inject({ url, headers: { accept: 'text/html', ...(user && { 'x-user': user }) } });
    const answers = await Promise.all([
      browse('/queues'),
      browse('/queues', 'forged'),
      browse('/queues/nothing', 'plain'),
    ]);
    expect(answers.map(({ statusCode, body }) => [statusCode, body])).toEqual([
      [401, '<p>refused</p>'],
      [401, '<p>refused</p>'],
      [403, '<p>refused</p>'],
    ]);
    expect((await browse('/queues', 'superuser')).body).toBe('dashboard');
    expect((await browse('/queues/queue/a')).headers['content-type']).toMatch('problem+json');
    expect((await send('GET', '/queues')).headers['content-type']).toMatch('problem+json');
  });

  it('answers an unknown path without asking who it is', async () => {
    expect((await send('GET', '/queuesque', 'forged')).statusCode).toBe(404);
  });

  it('decides before the body is read', async () => {
    const answer = await app.inject({
      method: 'POST',
      url: '/jobs/mine',
      headers: { 'content-type': 'application/json' },
      payload: 'no json',
    });
    expect(answer.statusCode).toBe(401);
  });

  it('decides after the hooks of the app, which may still change the credentials', async () => {
    const renew = (one: NestFastifyApplication) => {
      rawOf(one).addHook('onRequest', async (request) => {
        request.headers['x-user'] = 'superuser';
      });
    };
    const { app: other } = await startTestApp(JobsController, { configure: renew });
    expect((await other.inject({ method: 'DELETE', url: '/jobs/all' })).statusCode).toBe(200);
    await other.close();
  });
});

describe('an app does not start', () => {
  it('with an undecorated route, which it names', async () => {
    @Controller('jobs')
    class Forgetful {
      @Get('open')
      @AccessControl({ open: true })
      open(): void {}

      @Post(':id')
      forgotten(): void {}
    }
    await expect(startTestApp(Forgetful)).rejects.toThrow(/every declared zone: POST \/jobs\/:id$/);
  });

  it("with a plugin's route outside of every zone", async () => {
    const zones = [{ prefix: '/queue', policy: { superuser: true } }] as const;
    await expect(startTestApp(JobsController, { zones, configure: mountDashboard })).rejects.toThrow(
      /GET \/queues, .*GET \/queues\/queue\/:name/,
    );
  });
});
