import { Body, Controller, HttpCode, Module, Post, UnauthorizedException } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { IsString } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import { AccessControl } from '../access-control/access-control.decorator';
import { AUTHENTICATOR } from '../access-control/authenticator';
import { createHttpApp } from '../http/create-http-app';
import { trustingAuthenticator } from '../http/http-app.fixture';
import { LogLines } from '../logging/log-lines.fixture';
import { createLogger } from '../logging/logger';
import { bind, PortsModule } from '../ports/bindings';
import { RateLimit, type RateLimitRule } from './rate-limit.decorator';
import { RATE_LIMITS, type RateLimits } from './rate-limits';
import { inMemoryRateLimits } from './stored-rate-limits';

class LogInBody {
  @IsString()
  email!: string;

  @IsString()
  password!: string;
}

const emailOf = ({ body }: FastifyRequest): string | undefined => (body as { email?: string } | undefined)?.email;

const LOGIN: RateLimitRule = { name: 'login', by: (request) => [emailOf(request), request.ip], clearOnSuccess: true };
const ADDRESS: RateLimitRule = { name: 'address', by: ({ ip }) => ip };

@Controller()
class LoginController {
  @Post('login')
  @HttpCode(200)
  @AccessControl({ open: true })
  @RateLimit(LOGIN, ADDRESS)
  login(@Body() { password }: LogInBody): string {
    if (password === 'right') return 'welcome';
    throw new UnauthorizedException();
  }

  @Post('mail')
  @AccessControl({ open: true })
  @RateLimit({ ...ADDRESS, name: 'login' }, { ...LOGIN, name: 'login' })
  mail(): void {}

  @Post('free')
  @AccessControl({ open: true })
  free(): void {}
}

const POLICIES = { login: { requests: 3, seconds: 900 }, address: { requests: 6, seconds: 60 } };

const start = (limits: RateLimits): Promise<NestFastifyApplication> => {
  @Module({
    imports: [PortsModule.register([bind(AUTHENTICATOR, trustingAuthenticator), bind(RATE_LIMITS, limits)])],
    controllers: [LoginController],
  })
  class TestModule {}
  return createHttpApp(TestModule, {
    logger: createLogger({ service: 'test', level: 'error', stream: new LogLines() }),
  });
};

let app: NestFastifyApplication;
beforeEach(async () => {
  app = await start(inMemoryRateLimits(POLICIES));
});
afterEach(() => app.close());

const post = (url: string, payload: object = {}, remoteAddress = '192.0.2.1') =>
  app.inject({ method: 'POST', url, payload, remoteAddress });

const logIn = (password: string, email = 'ann@example.org', remoteAddress?: string) =>
  post('/login', { email, password }, remoteAddress);

const statuses = async (...answers: readonly ReturnType<typeof post>[]) =>
  (await Promise.all(answers)).map(({ statusCode }) => statusCode);

describe('a limited route', () => {
  it('A-10: refuses every further guess at a password, the right one too', async () => {
    expect(await statuses(logIn('a'), logIn('b'), logIn('c'), logIn('d'))).toEqual([401, 401, 401, 429]);
    const answer = await logIn('right');
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(answer.json()).toMatchObject({ status: 429, code: 'too-many-requests' });
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(890);
  });

  it('A-10: lets no more pass than allowed, however many come at once', async () => {
    const answers = await statuses(...Array.from({ length: 100 }, () => logIn('wrong')));
    expect(answers.filter((status) => status !== 429)).toEqual([401, 401, 401]);
  });

  it('counts each account and each address by itself', async () => {
    for (const password of ['a', 'b', 'c']) await logIn(password);
    const [other, elsewhere] = [logIn('right', 'bob@example.org'), logIn('right', undefined, '192.0.2.2')];
    expect(await statuses(other, elsewhere)).toEqual([200, 200]);
  });

  it('forgets what came before a success, where the rule says so', async () => {
    for (const password of ['a', 'b', 'right', 'a', 'b', 'right']) await logIn(password);
    const { statusCode, headers } = await logIn('a');
    expect(statusCode).toBe(429);
    expect(headers['ratelimit']).toMatch(/^"login";r=2;t=\d+, "address";r=0;/);
  });

  it('tells in every answer what is allowed and what is left, of each of its limits', async () => {
    for (const body of [{ email: 'ann@example.org' }, { email: 'ann@example.org', password: 'right' }]) {
      const { headers } = await post('/login', body);
      expect(headers['ratelimit-policy']).toBe('"login";q=3;w=900, "address";q=6;w=60');
      expect(headers['ratelimit']).toMatch(/^"login";r=[12];t=\d+, "address";r=[45];t=\d+$/);
    }
  });

  it('uses up nothing of a limit behind the one that refuses', async () => {
    for (let i = 0; i < 20; i += 1) await logIn('wrong');
    const { headers } = await logIn('right', 'bob@example.org');
    expect(headers['ratelimit']).toMatch(/"address";r=2;/);
  });

  it('tells of a limit that counts two things how the worse stands', async () => {
    await post('/mail', { email: 'ann@example.org' }, '192.0.2.1');
    const { headers } = await post('/mail', { email: 'bob@example.org' }, '192.0.2.1');
    expect(headers['ratelimit']).toMatch(/^"login";r=1;t=\d+$/);
    expect(headers['ratelimit-policy']).toBe('"login";q=3;w=900');
  });

  it.each([[{}], [{ email: 7 }], [{ email: { $ne: '' } }], [{ email: null }], [[]]])(
    'counts %j with all that names no account, before it is found wrong',
    async (body) => {
      for (let i = 0; i < 3; i += 1) expect((await post('/login', body)).statusCode).toBe(400);
      expect((await post('/login', { password: 'wrong' })).statusCode).toBe(429);
    },
  );

  it('leaves other routes alone', async () => {
    const { statusCode, headers } = await post('/free');
    expect([statusCode, headers['ratelimit']]).toEqual([201, undefined]);
  });
});

describe('without its store', () => {
  const lost = (): Promise<never> => Promise.reject(Object.assign(new Error('away'), { code: 'ECONNREFUSED' }));
  const healthy = inMemoryRateLimits({ login: { requests: 9, seconds: 9 }, address: { requests: 9, seconds: 9 } });
  const limits = (broken: Partial<RateLimits>): RateLimits => ({
    policyOf: (name) => healthy.policyOf(name),
    consume: (name, key) => healthy.consume(name, key),
    clear: (name, key) => healthy.clear(name, key),
    ...broken,
  });
  const restart = async (broken: Partial<RateLimits>) => {
    await app.close();
    app = await start(limits(broken));
  };

  it('A-10: the route is closed, for a while', async () => {
    await restart({ consume: lost });
    const { statusCode, headers, ...answer } = await logIn('right');
    expect([statusCode, answer.json().code, headers['retry-after']]).toEqual([503, 'unavailable', '5']);
  });

  it('a success stays one, though it cannot clear', async () => {
    await restart({ clear: lost });
    expect((await logIn('right')).statusCode).toBe(200);
  });

  it('a defect is not taken for an outage', async () => {
    await restart({ clear: () => Promise.reject(new TypeError('clear is broken')) });
    expect((await logIn('right')).statusCode).toBe(500);
  });
});

it('A-10: an app that knows no limit of that name does not start', async () => {
  const { login } = POLICIES;
  await expect(start(inMemoryRateLimits({ login }))).rejects.toThrow('there is no rate limit "address"');
});
