import { Controller, Get, Res } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';
import { EventEmitter, once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { AccessControl } from '../access-control/access-control.decorator';
import { startTestApp, type TestApp } from './http-app.fixture';
import { listen } from './listen';

const CATALOGUE = readFileSync(join(__dirname, '../../../../../docs/errors.md'), 'utf8');
const SECRET = 'hunter2';
const LONG = SECRET.repeat(2_500);
const POST = 'POST /jobs HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n';
const events = new EventEmitter();

@Controller('jobs')
class JobsController {
  @Get('torn')
  @AccessControl({ open: true })
  torn(@Res() reply: FastifyReply): void {
    reply.raw.write('half of it');
    reply.raw.once('close', () => events.emit('torn'));
  }
}

interface RawAnswer {
  readonly status: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const parse = (answer: string): RawAnswer => {
  const [head = '', body = ''] = answer.split(/\r\n\r\n(.*)/s);
  const [status = '', ...lines] = head.split('\r\n');
  const fields = lines.map((line) => line.split(/: (.*)/s, 2)).map(([name = '', value]) => [name.toLowerCase(), value]);
  return { status, headers: Object.fromEntries(fields), body };
};

describe('what never becomes a request', () => {
  let test: TestApp;
  let app: NestFastifyApplication;
  let port: number;
  beforeAll(async () => {
    test = await startTestApp(JobsController, { requestTimeoutMs: 500 });
    app = test.app;
    port = Number(new URL(await listen(app, { host: '127.0.0.1', port: 0, variable: 'PORT' })).port);
  });
  afterAll(() => app.close());

  const open = (options: { allowHalfOpen?: boolean } = {}): Socket => connect({ port, host: '127.0.0.1', ...options });
  const send = async (sent: string): Promise<RawAnswer> => {
    const socket = open();
    socket.write(sent);
    return parse(await text(socket));
  };

  it.each([
    ['a URL beyond all limits', `GET /jobs?q=${LONG} HTTP/1.1\r\nhost: x\r\n\r\n`, 431, 'headers-too-large'],
    ['headers beyond all limits', `GET /jobs HTTP/1.1\r\nhost: x\r\nx: ${LONG}\r\n\r\n`, 431, 'headers-too-large'],
    ['something else than HTTP', `${SECRET}\r\n\r\n`, 400, 'bad-request'],
    ['a request for no host', `GET /jobs?q=${SECRET} HTTP/1.1\r\nconnection: close\r\n\r\n`, 400, 'bad-request'],
    ['a malformed URL', `GET /%zz?q=${SECRET} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`, 400, 'bad-request'],
    ['chunks that say too much', `${POST}transfer-encoding: chunked\r\n\r\n2;${LONG}\r\n{}\r\n`, 413, 'body-too-large'],
    ['a body that trickles', `${POST}content-length: 99\r\n\r\n{"${SECRET}`, 408, 'request-timeout'],
    ['headers that never end', `${POST}x-secret: ${SECRET}\r\n`, 408, 'request-timeout'],
  ])('is answered like everything else: %s', async (_, sent, status, code) => {
    const answer = await send(sent);

    expect(answer.status).toMatch(new RegExp(`^HTTP/1.1 ${status} \\w`));
    const problem = JSON.parse(answer.body) as Record<string, unknown>;
    expect(problem).toMatchObject({ type: `urn:job-scope:problem:${code}`, status, code });
    expect(problem).toMatchObject({ title: expect.any(String), detail: expect.any(String) });
    expect(answer.headers).toMatchObject({
      'content-type': expect.stringMatching(/^application\/problem\+json/) as string,
      'content-length': String(Buffer.byteLength(answer.body)),
      'content-security-policy': expect.stringContaining("default-src 'none'") as string,
      'x-content-type-options': 'nosniff',
      traceparent: expect.stringContaining(String(problem['traceId'])) as string,
      connection: 'close',
    });
    expect(CATALOGUE).toContain(`| \`${code}\` `);
    const line = test.log.lines.find((each) => each['trace.id'] === problem['traceId']);
    expect(line).toMatchObject({ 'log.level': 'info', 'http.response.status_code': status });
    expect(answer.body + test.log.text).not.toContain(SECRET);
  });

  it('has its answer read whole, however much the client still sends', async () => {
    const { status, body } = await send(`GET /jobs?q=${LONG.repeat(60)} HTTP/1.1\r\nhost: x\r\n\r\n`);
    expect([status, JSON.parse(body)]).toMatchObject([expect.stringContaining('431'), { code: 'headers-too-large' }]);
  });

  it('keeps no connection open, even if the client does', async () => {
    const [socket, [accepted]] = [open({ allowHalfOpen: true }), await once(app.getHttpServer(), 'connection')];
    socket.write(`${SECRET}\r\n\r\n`);
    await once(accepted as Socket, 'close');
    socket.destroy();
  });

  it('does not break into an answer that is under way', async () => {
    const socket = open();
    socket.write('GET /jobs/torn HTTP/1.1\r\nhost: x\r\n\r\n');
    const [first] = (await once(socket, 'data')) as [Buffer];
    socket.write(`${SECRET}\r\n\r\n`);
    const [rest] = await Promise.all([text(socket).catch(String), once(events, 'torn')]);
    expect(first.toString() + rest).not.toContain('problem');
  });
});
