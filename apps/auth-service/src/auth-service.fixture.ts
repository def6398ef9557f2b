import { AccessTokenVerifier, SessionAuthenticator } from '@job-scope/auth-client';
import { EnsureSigningKey, RelayOutbox } from '@job-scope/auth-application';
import {
  EcKeyPairMaker,
  JwtRefreshTokenReader,
  JwtSessionTokenIssuer,
  KeySealer,
  SigningKeyRing,
} from '@job-scope/auth-infrastructure/jwt';
import {
  ACCOUNT_MAILER,
  AUDIT_READER,
  AUTH_OUTBOX_FEED,
  AUTH_UNIT_OF_WORK,
  COMMON_PASSWORDS,
  KEY_RING_TIMES,
  MAIL_LINK_TOKENS,
  PASSWORD_GENERATOR,
  PASSWORD_HASHER,
  REFRESH_TOKEN_READER,
  SESSION_LIMITS,
  SESSION_STORE,
  SESSION_TOKEN_ISSUER,
  SIGNING_KEY_READER,
  USER_DIRECTORY,
  USER_EVENT_PUBLISHER,
  USER_READER,
} from '@job-scope/auth-ports';
import { TRANSPORT_SETTINGS } from '@job-scope/auth-presentation';
import {
  aUser,
  FakeAccountMailer,
  fakeCommonPasswords,
  FakeMailLinkTokens,
  FakePasswordHasher,
  FakeUserEventPublisher,
  InMemoryAuthDatabase,
  InMemorySessionStore,
} from '@job-scope/auth-testing';
import { CLOCK, ID_GENERATOR } from '@job-scope/kernel';
import {
  AUTHENTICATOR,
  bind,
  createLogger,
  inMemoryRateLimits,
  RATE_LIMITS,
  silentLogger,
  UuidV7Generator,
  type RateLimitPolicies,
} from '@job-scope/platform-nest';
import { answersOf } from '@job-scope/platform-testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomBytes } from 'node:crypto';
import { PassThrough } from 'node:stream';
import request, { type Response } from 'supertest';
import { createAuthService } from './create-auth-service';
import { describeApi } from './describe-api';
import { keyRingTimesOf, sessionLimitsOf } from './limits';
import type { AuthSettings } from './settings';

export const PASSWORD = 'correct horse battery';
const LIFETIMES = { accessTokenTtlSeconds: 900, refreshIdleDays: 30, refreshAbsoluteDays: 90, jwksMaxAgeSeconds: 300 };
const TOKENS = { issuer: 'job-scope', audience: 'job-scope-api' };

/** More than any test asks for. */
const GENEROUS = { requests: 10_000, seconds: 900 };
const LIMITS: RateLimitPolicies = {
  login: GENEROUS,
  'login-address': GENEROUS,
  'login-account': GENEROUS,
  mail: GENEROUS,
};

export interface Call {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object;
}

/** The real service with its real tokens, on fakes of its stores; a clock stands where a test can move it. */
export const anAuthService = async (
  transport: AuthSettings['jwtTransport'] = 'both',
  secureCookies = true,
  limits: RateLimitPolicies = {},
) => {
  const clock = { ahead: 0, now: () => new Date(Date.now() + clock.ahead) };
  const ids = new UuidV7Generator();
  const [database, store] = [new InMemoryAuthDatabase(clock), new InMemorySessionStore(clock)];
  const [hasher, links, mailer] = [new FakePasswordHasher(), new FakeMailLinkTokens(clock), new FakeAccountMailer()];
  const [sessionLimits, times] = [sessionLimitsOf(LIFETIMES), keyRingTimesOf(LIFETIMES)];
  const sealer = new KeySealer(randomBytes(32).toString('base64'));
  await new EnsureSigningKey(database, new EcKeyPairMaker(sealer), clock).execute();
  const ring = new SigningKeyRing(database, sealer, clock, times);
  const settings = { transport, secureCookies };
  const verifier = new AccessTokenVerifier(ring, clock, TOKENS);

  const logged = new PassThrough();
  const log: string[] = [];
  logged.on('data', (line) => log.push(String(line)));

  const app: NestFastifyApplication = await createAuthService(
    [
      bind(CLOCK, clock),
      bind(ID_GENERATOR, ids),
      bind(SESSION_LIMITS, sessionLimits),
      bind(KEY_RING_TIMES, times),
      bind(TRANSPORT_SETTINGS, settings),
      bind(USER_READER, database),
      bind(AUTH_UNIT_OF_WORK, database),
      bind(SIGNING_KEY_READER, database),
      bind(SESSION_STORE, store),
      bind(USER_DIRECTORY, database.directory),
      bind(AUDIT_READER, database.trail),
      bind(ACCOUNT_MAILER, mailer),
      bind(AUTH_OUTBOX_FEED, database.outbox),
      bind(USER_EVENT_PUBLISHER, new FakeUserEventPublisher()),
      bind(COMMON_PASSWORDS, fakeCommonPasswords),
      bind(MAIL_LINK_TOKENS, links),
      bind(PASSWORD_GENERATOR, { generate: () => randomBytes(18).toString('base64url') }),
      bind(RATE_LIMITS, inMemoryRateLimits({ ...LIMITS, ...limits })),
      bind(PASSWORD_HASHER, hasher),
      bind(SESSION_TOKEN_ISSUER, new JwtSessionTokenIssuer(ring, ids, clock, { ...TOKENS, accessTokenTtlMs: 900_000 })),
      bind(REFRESH_TOKEN_READER, new JwtRefreshTokenReader(ring, clock, TOKENS.issuer)),
      bind(AUTHENTICATOR, new SessionAuthenticator(verifier, store, settings, silentLogger)),
    ],
    { logger: createLogger({ service: 'auth-service', level: 'info', stream: logged }), trustedProxies: ['loopback'] },
  );
  const check = answersOf(await describeApi());

  const addUser = async (email: string, change: Partial<Parameters<typeof aUser>[0]> = {}) => {
    const added = aUser({ id: ids.next(), email, passwordHash: await hasher.hash(PASSWORD), ...change });
    await database.run((tx) => tx.users.add(added));
    return added;
  };
  const user = await addUser('ann@example.com');

  /** Sends a request, and holds the answer against the OpenAPI document. */
  const call = async (
    method: 'get' | 'post' | 'patch' | 'delete',
    url: string,
    { headers = {}, body }: Call = {},
  ): Promise<Response> => {
    const response = await request(app.getHttpServer())[method](url).set(headers).send(body);
    check(method, url, response);
    return response;
  };
  const logIn = (wish?: string, email = 'Ann@Example.com') =>
    call('post', '/api/v1/auth/login', { body: { email, password: PASSWORD, transport: wish } });
  /** The header of a new session of that user. */
  const bearerOf = async (email = user.email): Promise<{ authorization: string }> => {
    const { body } = await logIn('header', email);
    return { authorization: `Bearer ${body.accessToken}` };
  };

  const relay = app.get(RelayOutbox);
  /** Does what the outbox holds, and tells which mails have gone out since. */
  const mails = async () => {
    const before = mailer.sent.length;
    for (const lane of ['access', 'mail'] as const) while ((await relay.execute(lane)).outcome !== 'nothing') continue;
    return mailer.sent.slice(before);
  };

  return { addUser, app, bearerOf, call, clock, database, log, logIn, mails, store, user };
};

export type AuthServiceUnderTest = Awaited<ReturnType<typeof anAuthService>>;

/** The cookies an answer sets, by name, with their attributes. */
export const cookiesOf = ({ headers }: Response): Map<string, { value: string; attributes: string }> =>
  new Map(
    [headers['set-cookie'] ?? []].flat().map((line: string) => {
      const [, name = '', value = '', attributes = ''] = /^([^=]+)=([^;]*); (.*)$/.exec(line) ?? [];
      return [name, { value, attributes }];
    }),
  );

/** As a browser sends them back. */
export const cookieHeader = (response: Response): string =>
  [...cookiesOf(response)].map(([name, { value }]) => `${name}=${value}`).join('; ');
