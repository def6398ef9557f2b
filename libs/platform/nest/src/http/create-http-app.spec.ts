import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';
import { EventEmitter, once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { json, text } from 'node:stream/consumers';
import { register } from 'prom-client';
import { AccessControl } from '../access-control/access-control.decorator';
import { currentTraceparent } from '../tracing';
import { startTestApp, type TestApp } from './http-app.fixture';
import { listen } from './listen';

@Controller('jobs')
class JobsController {
  @Get(':id')
  @AccessControl({ open: true })
  one(@Param('id') id: string): { id: string; traceparent: string | null } {
    return { id, traceparent: currentTraceparent() };
  }

  @Post()
  @AccessControl({ open: true })
  async add(@Body() body: object): Promise<object> {
    return { body, traceparent: currentTraceparent() };
  }

  @Get(':id/torn')
  @AccessControl({ open: true })
  torn(@Res() reply: FastifyReply): never {
    reply.raw.write('half of it');
    throw new Error('torn');
  }
}

const TRACE_ID = '4bf92f3577b34da6a3ce929d0e0e4736';

describe('an HTTP app', () => {
  let test: TestApp;
  let app: NestFastifyApplication;
  let url: string;
  const arrivals = new EventEmitter();
  beforeAll(async () => {
    const configure = (one: NestFastifyApplication) => {
      const fastify = one.getHttpAdapter().getInstance();
      fastify.addHook('onRequest', async () => void arrivals.emit('request'));
    };
    test = await startTestApp(JobsController, { configure });
    app = test.app;
    url = await listen(app, { host: '127.0.0.1', port: 0, variable: 'PORT' });
  });
  afterAll(() => app.close());

  it('continues the trace of a request, also behind a body that comes later', async () => {
    const headers = { traceparent: `00-${TRACE_ID}-00f067aa0ba902b7-01`, 'content-type': 'application/json' };
    const sent = request(`${url}/jobs`, { method: 'POST', headers });
    sent.flushHeaders();
    await once(arrivals, 'request');
    sent.end('{"a":1}');
    const [answer] = (await once(sent, 'response')) as [IncomingMessage];
    expect(answer.headers['traceparent']).toContain(TRACE_ID);
    expect(await json(answer)).toEqual({ body: { a: 1 }, traceparent: answer.headers['traceparent'] });
  });

  it('starts a trace where none comes in', async () => {
    const answer = await fetch(`${url}/jobs/1`, { headers: { traceparent: 'garbage' } });
    expect(answer.headers.get('traceparent')).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-00$/);
    expect(await answer.json()).toMatchObject({ traceparent: answer.headers.get('traceparent') });
  });

  it('logs each request by its route template and trace, not its path', async () => {
    await app.inject({
      url: '/jobs/hunter2?q=hunter3',
      headers: { traceparent: `00-${TRACE_ID}-00f067aa0ba902b7-01` },
    });
    expect(test.log.withAction('request-answered').at(-1)).toMatchObject({
      message: 'GET /jobs/:id 200',
      'trace.id': TRACE_ID,
      'http.request.method': 'GET',
      'http.route': '/jobs/:id',
      'http.response.status_code': 200,
      'event.duration': expect.any(Number) as number,
    });
    expect(test.log.text).not.toMatch(/hunter[23]/);
  });

  it('counts and times requests by route template, and all unknown paths as one', async () => {
    await app.inject('/jobs/1');
    await app.inject('/unknown/1');
    await app.inject('/unknown/2');
    const metrics = await register.metrics();
    expect(metrics).toMatch(/http_request_duration_seconds_count\{method="GET",route="\/jobs\/:id",status="200"\} \d+/);
    expect(metrics).toMatch(/http_request_duration_seconds_count\{method="GET",route="\(no route\)",status="404"\} 2/);
    expect(metrics).not.toContain('unknown');
  });

  it('sends security headers', async () => {
    const { headers } = await app.inject('/jobs/1');
    expect(headers).toMatchObject({
      'content-security-policy': "default-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none'",
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    });
    expect(headers).not.toHaveProperty('x-powered-by');
  });

  it('tells browsers to insist on https only where that is how they come', async () => {
    expect((await app.inject('/jobs/1')).headers).not.toHaveProperty('strict-transport-security');
    const { app: other } = await startTestApp(JobsController, { https: true });
    expect((await other.inject('/nothing')).headers['strict-transport-security']).toMatch(/^max-age=31536000/);
    await other.close();
  });

  it.each([
    [
      'a body that trickles',
      'POST /jobs HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 9\r\n\r\n{"a"',
    ],
    ['headers that never end', 'POST /jobs HTTP/1.1\r\nhost: x\r\n'],
  ])('ends a request of %s', async (_, begun) => {
    const { app: other } = await startTestApp(JobsController, { requestTimeoutMs: 50 });
    const address = await listen(other, { host: '127.0.0.1', port: 0, variable: 'PORT' });
    const socket = connect(Number(new URL(address).port), '127.0.0.1', () => socket.write(begun));
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 408 /);
    await other.close();
  });

  it('breaks the connection of an answer that fails half-way', async () => {
    const answer = fetch(`${url}/jobs/1/torn`).then((response) => response.text());
    await expect(answer).rejects.toThrow();
  });

  it('names the address and the variable when the port is taken', async () => {
    const { app: other } = await startTestApp(JobsController);
    const port = Number(new URL(url).port);
    await expect(listen(other, { host: '127.0.0.1', port, variable: 'PORT' })).rejects.toMatchObject({
      name: 'StartupError',
      message: `127.0.0.1:${port} is already in use by another program. Set PORT to another port.`,
    });
    await other.close();
  });

  it('finishes what is under way before it is closed', async () => {
    const events = new EventEmitter();

    @Controller()
    class SlowController {
      @Get('slow')
      @AccessControl({ open: true })
      async slow(): Promise<string> {
        events.emit('arrived');
        await once(events, 'closing');
        return 'finished';
      }
    }
    const configure = (one: NestFastifyApplication) => {
      one
        .getHttpAdapter()
        .getInstance()
        .addHook('preClose', async () => void events.emit('closing'));
    };
    const { app: other } = await startTestApp(SlowController, { configure });
    const address = await listen(other, { host: '127.0.0.1', port: 0, variable: 'PORT' });
    const [answer] = await Promise.all([fetch(`${address}/slow`), once(events, 'arrived').then(() => other.close())]);
    expect(await answer.text()).toBe('finished');
    await expect(fetch(`${address}/slow`)).rejects.toThrow();
  });
});
