import { AccessTokenVerifier, SessionAuthenticator } from '@job-scope/auth-client';
import {
  Argon2PasswordHasher,
  DictionaryCommonPasswords,
  RandomPasswordGenerator,
} from '@job-scope/auth-infrastructure/argon2';
import {
  JwtMailLinkTokens,
  JwtRefreshTokenReader,
  JwtSessionTokenIssuer,
  KeySealer,
  SigningKeyRing,
} from '@job-scope/auth-infrastructure/jwt';
import { PlatformAccountMailer } from '@job-scope/auth-infrastructure/mail';
import {
  authEntities,
  PostgresAuditReader,
  PostgresAuthOutboxFeed,
  PostgresAuthUnitOfWork,
  PostgresSessionStore,
  PostgresSigningKeyReader,
  PostgresUserDirectory,
  PostgresUserEventPublisher,
  PostgresUserReader,
} from '@job-scope/auth-infrastructure/postgres';
import { RedisSessionStore } from '@job-scope/auth-infrastructure/redis';
import { PostgresSessionStatusReader, RedisSessionStatusReader } from '@job-scope/auth-infrastructure/session-status';
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
import { CLOCK, ID_GENERATOR } from '@job-scope/kernel';
import {
  AUTHENTICATOR,
  bind,
  createDataSource,
  createRedis,
  postgresProbe,
  postgresRateLimits,
  RATE_LIMITS,
  redisProbe,
  redisRateLimits,
  SystemClock,
  UuidV7Generator,
  type Binding,
  type Logger,
  type ReadinessProbe,
} from '@job-scope/platform-nest';
import { keyRingTimesOf, rateLimitsOf, sessionLimitsOf } from './limits';
import { mailTransportOf } from './mail';
import { refuseWrongSecret } from './refuse-wrong-secret';
import type { AuthSettings } from './settings';

export interface Composition {
  readonly bindings: readonly Binding[];
  readonly probes: readonly ReadinessProbe[];
  close(): Promise<void>;
}

/** What stands behind each port: sessions and limits in Redis if there is one, everything else in PostgreSQL. */
export const compose = async (settings: AuthSettings, logger: Logger): Promise<Composition> => {
  const mail = mailTransportOf(settings);
  const { databaseUrl: url, redisUrl, jwtIssuer: issuer, jwtAudience: audience } = settings;
  const database = await createDataSource({ url, applicationName: 'auth-service', entities: authEntities, logger });
  const redis = redisUrl ? createRedis(redisUrl, 'auth-service', logger) : undefined;
  const [clock, ids] = [new SystemClock(), new UuidV7Generator()];
  const [limits, times, rates] = [sessionLimitsOf(settings), keyRingTimesOf(settings), rateLimitsOf(settings)];
  const transport = { transport: settings.jwtTransport, secureCookies: settings.nodeEnv !== 'development' };

  const keyReader = new PostgresSigningKeyReader(database);
  const ring = new SigningKeyRing(keyReader, new KeySealer(settings.keyEncryptionKey), clock, times);
  const statuses = redis ? new RedisSessionStatusReader(redis) : new PostgresSessionStatusReader(database);
  const verifier = new AccessTokenVerifier(ring, clock, { issuer, audience });
  const close = async (): Promise<void> => {
    await mail.close();
    await redis?.quit();
    await database.destroy();
  };
  await refuseWrongSecret(ring, close);

  return {
    bindings: [
      bind(CLOCK, clock),
      bind(ID_GENERATOR, ids),
      bind(SESSION_LIMITS, limits),
      bind(KEY_RING_TIMES, times),
      bind(TRANSPORT_SETTINGS, transport),
      bind(USER_READER, new PostgresUserReader(database)),
      bind(USER_DIRECTORY, new PostgresUserDirectory(database)),
      bind(AUDIT_READER, new PostgresAuditReader(database)),
      bind(AUTH_UNIT_OF_WORK, new PostgresAuthUnitOfWork(database, ids, logger)),
      bind(AUTH_OUTBOX_FEED, new PostgresAuthOutboxFeed(database)),
      bind(USER_EVENT_PUBLISHER, new PostgresUserEventPublisher(database)),
      bind(SIGNING_KEY_READER, keyReader),
      bind(SESSION_STORE, redis ? new RedisSessionStore(redis, limits) : new PostgresSessionStore(database)),
      bind(RATE_LIMITS, redis ? redisRateLimits(redis, rates) : postgresRateLimits(database, rates)),
      bind(PASSWORD_HASHER, new Argon2PasswordHasher()),
      bind(PASSWORD_GENERATOR, new RandomPasswordGenerator()),
      bind(COMMON_PASSWORDS, new DictionaryCommonPasswords()),
      bind(
        SESSION_TOKEN_ISSUER,
        new JwtSessionTokenIssuer(ring, ids, clock, { issuer, audience, accessTokenTtlMs: times.accessTokenTtlMs }),
      ),
      bind(REFRESH_TOKEN_READER, new JwtRefreshTokenReader(ring, clock, issuer)),
      bind(MAIL_LINK_TOKENS, new JwtMailLinkTokens(ring, clock, issuer)),
      bind(ACCOUNT_MAILER, new PlatformAccountMailer(mail, settings.publicUrl, logger)),
      bind(AUTHENTICATOR, new SessionAuthenticator(verifier, statuses, transport, logger)),
    ],
    probes: [
      postgresProbe(database),
      ...(redis ? [redisProbe(redis)] : []),
      { name: 'signing-key', required: true, check: async () => void (await ring.signer()) },
      mail.probe,
    ],
    close,
  };
};
