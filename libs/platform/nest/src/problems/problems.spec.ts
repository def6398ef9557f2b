import { err, ok, type Result } from '@job-scope/kernel';
import { Body, Controller, Get, NotAcceptableException, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, ValidateNested } from 'class-validator';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AccessControl } from '../access-control/access-control.decorator';
import { startTestApp, type TestApp } from '../http/http-app.fixture';
import { unwrap } from './unwrap';

class Query_ {
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Max(100)
  limit?: number;
}

class Item {
  @IsString()
  'a/b~c'!: string;
}

class Order {
  @IsInt()
  count!: number;

  @ValidateNested({ each: true })
  @Type(() => Item)
  items: Item[] = [];
}

const CATALOGUE = readFileSync(join(__dirname, '../../../../../docs/errors.md'), 'utf8');

type Failures = { code: 'jobs.absent'; detail: string } | { code: 'jobs.closed' };

@Controller('jobs')
class JobsController {
  @Get()
  @AccessControl({ open: true })
  list(@Query() { limit }: Query_): { limit?: number } {
    return { limit };
  }

  @Post()
  @AccessControl({ open: true })
  add(@Body() order: Order): Order {
    return order;
  }

  @Get('broken')
  @AccessControl({ open: true })
  broken(): never {
    throw new Error('the inner secret');
  }

  @Get('late')
  @AccessControl({ open: true })
  late(): never {
    throw Object.assign(new Error('upstream says 502'), { statusCode: 502 });
  }

  @Get('refused')
  @AccessControl({ open: true })
  refused(): never {
    throw new NotAcceptableException();
  }

  @Get('failing/:code')
  @AccessControl({ open: true })
  failing(@Param('code') code: string): string {
    return unwrap(this.outcome(code), { 'jobs.absent': 404, 'jobs.closed': 409 });
  }

  @Get(':id')
  @AccessControl({ open: true })
  one(@Param('id', ParseUUIDPipe) id: string): string {
    return id;
  }

  private outcome(code: string): Result<string, Failures> {
    if (code === 'none') return ok('fine');
    return code === 'absent'
      ? err({ code: 'jobs.absent', detail: 'There is no such job.' })
      : err({ code: 'jobs.closed' });
  }
}

describe('problems', () => {
  let test: TestApp;
  let app: NestFastifyApplication;
  beforeAll(async () => {
    test = await startTestApp(JobsController, { bodyLimit: 100 });
    app = test.app;
  });
  afterAll(() => app.close());

  const post = (payload: string, type = 'application/json'): InjectOptions => ({
    method: 'POST',
    url: '/jobs',
    headers: { 'content-type': type },
    payload,
  });

  /** Every problem has this form, and those of the platform, which have no dot, stand in the catalogue. */
  const expectProblem = (answer: LightMyRequestResponse, status: number, code: string): Record<string, unknown> => {
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    const body = answer.json<Record<string, unknown>>();
    expect(body).toMatchObject({ type: `urn:job-scope:problem:${code}`, status, code });
    expect(body).toMatchObject({
      title: expect.any(String) as string,
      instance: expect.stringMatching(/^\//) as string,
    });
    expect(answer.headers['traceparent']).toContain(body['traceId']);
    expect(answer.statusCode).toBe(status);
    if (!code.includes('.')) expect(CATALOGUE).toContain(`| \`${code}\` `);
    return body;
  };

  it.each<[string, InjectOptions, number, string]>([
    ['an unknown route', { url: '/nothing' }, 404, 'not-found'],
    ['another method', { url: '/jobs', method: 'PUT' }, 404, 'not-found'],
    ['malformed JSON', post('{"count":'), 400, 'bad-request'],
    ['an empty body', post(''), 400, 'bad-request'],
    ['a body that touches prototypes', post('{"__proto__":{"x":1}}'), 400, 'bad-request'],
    ['a form', post('count=1', 'application/x-www-form-urlencoded'), 415, 'unsupported-media-type'],
    ['plain text', post('count', 'text/plain'), 415, 'unsupported-media-type'],
    ['a body too large', post(JSON.stringify({ count: 'x'.repeat(200) })), 413, 'body-too-large'],
    ['a malformed URL', { url: '/%zz' }, 400, 'bad-request'],
    ['an overlong parameter', { url: `/jobs/${'x'.repeat(200)}` }, 400, 'bad-request'],
    ['a parameter its pipe refuses', { url: '/jobs/no-uuid' }, 400, 'bad-request'],
    ['an unexpected error', { url: '/jobs/broken' }, 500, 'internal-error'],
    ['an error with a status of another server', { url: '/jobs/late' }, 500, 'internal-error'],
    ['a refusal without a code of its own', { url: '/jobs/refused' }, 406, 'request-refused'],
    ['a failure of a use case', { url: '/jobs/failing/closed' }, 409, 'jobs.closed'],
  ])('answer %s', async (_, request, status, code) => {
    expectProblem(await app.inject(request), status, code);
  });

  it('point at each wrong field of a body, and never repeat its value', async () => {
    const order = { count: 'hunter2', items: [{ 'a/b~c': 1 }], 'x/y': 1 };
    const answer = await app.inject(post(JSON.stringify(order)));
    const { errors } = expectProblem(answer, 400, 'validation-failed');
    expect(errors).toEqual([
      { pointer: '/x~1y', message: 'is not known here' },
      { pointer: '/count', message: 'count must be an integer number' },
      { pointer: '/items/0/a~1b~0c', message: 'a/b~c must be a string' },
    ]);
    expect(answer.body).not.toContain('hunter2');
  });

  it('point at a query parameter', async () => {
    const body = expectProblem(await app.inject({ url: '/jobs?limit=101&secret=1' }), 400, 'validation-failed');
    expect(body['errors']).toMatchObject([{ pointer: '/secret' }, { pointer: '/limit' }]);
    expect(body['instance']).toBe('/jobs');
  });

  it('carry the detail of a failure', async () => {
    const body = expectProblem(await app.inject('/jobs/failing/absent'), 404, 'jobs.absent');
    expect(body['detail']).toBe('There is no such job.');
  });

  it('leave a success alone', async () => {
    expect((await app.inject('/jobs?limit=7')).json()).toEqual({ limit: 7 });
    expect((await app.inject('/jobs/failing/none')).body).toBe('fine');
  });

  it('hide what went wrong inside from the client, and tell the log all of it', async () => {
    const answer = await app.inject('/jobs/broken');
    expect(answer.body).not.toMatch(/inner secret|\.ts/);
    expect(test.log.withAction('request-failed').at(-1)).toMatchObject({
      'log.level': 'error',
      'trace.id': answer.json<{ traceId: string }>().traceId,
      'error.message': 'the inner secret',
      'error.stack_trace': expect.stringContaining('problems.spec.ts') as string,
    });
  });
});
