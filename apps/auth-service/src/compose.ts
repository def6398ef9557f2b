import { AccessTokenVerifier, SessionAuthenticator } from '@job-scope/auth-client';
import { Argon2PasswordHasher } from '@job-scope/auth-infrastructure/argon2';
import {
  JwtRefreshTokenReader,
  JwtSessionTokenIssuer,
  KeySealer,
  NoSigningKeyError,
  SigningKeyRing,
} from '@job-scope/auth-infrastructure/jwt';
import {
  authEntities,
  PostgresAuthUnitOfWork,
  PostgresSessionStore,
  PostgresSigningKeyReader,
  PostgresUserReader,
} from '@job-scope/auth-infrastructure/postgres';
import { RedisSessionStore } from '@job-scope/auth-infrastructure/redis';
import { PostgresSessionStatusReader, RedisSessionStatusReader } from '@job-scope/auth-infrastructure/session-status';
import {
  AUTH_UNIT_OF_WORK,
  KEY_RING_TIMES,
  PASSWORD_HASHER,
  REFRESH_TOKEN_READER,
  SESSION_LIMITS,
  SESSION_STORE,
  SESSION_TOKEN_ISSUER,
  SIGNING_KEY_READER,
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
  redisProbe,
  SystemClock,
  UuidV7Generator,
  type Binding,
  type Logger,
  type ReadinessProbe,
} from '@job-scope/platform-nest';
import { keyRingTimesOf, sessionLimitsOf } from './limits';
import type { AuthSettings } from './settings';

export interface Composition {
  readonly bindings: readonly Binding[];
  readonly probes: readonly ReadinessProbe[];
  close(): Promise<void>;
}

/** What stands behind each port: sessions in Redis if there is one, everything else in PostgreSQL. */
export const compose = async (settings: AuthSettings, logger: Logger): Promise<Composition> => {
  const { databaseUrl: url, redisUrl, jwtIssuer: issuer, jwtAudience: audience } = settings;
  const database = await createDataSource({ url, applicationName: 'auth-service', entities: authEntities, logger });
  const redis = redisUrl ? createRedis(redisUrl, 'auth-service', logger) : undefined;
  const [clock, ids] = [new SystemClock(), new UuidV7Generator()];
  const [limits, times] = [sessionLimitsOf(settings), keyRingTimesOf(settings)];
  const transport = { transport: settings.jwtTransport, secureCookies: settings.nodeEnv !== 'development' };

  const keyReader = new PostgresSigningKeyReader(database);
  const ring = new SigningKeyRing(keyReader, new KeySealer(settings.keyEncryptionKey), clock, times);
  const statuses = redis ? new RedisSessionStatusReader(redis) : new PostgresSessionStatusReader(database);
  const verifier = new AccessTokenVerifier(ring, clock, { issuer, audience });
  const close = async (): Promise<void> => {
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
      bind(AUTH_UNIT_OF_WORK, new PostgresAuthUnitOfWork(database, ids, logger)),
      bind(SIGNING_KEY_READER, keyReader),
      bind(SESSION_STORE, redis ? new RedisSessionStore(redis, limits) : new PostgresSessionStore(database)),
      bind(PASSWORD_HASHER, new Argon2PasswordHasher()),
      bind(
        SESSION_TOKEN_ISSUER,
        new JwtSessionTokenIssuer(ring, ids, clock, { issuer, audience, accessTokenTtlMs: times.accessTokenTtlMs }),
      ),
      bind(REFRESH_TOKEN_READER, new JwtRefreshTokenReader(ring, clock, issuer)),
      bind(AUTHENTICATOR, new SessionAuthenticator(verifier, statuses, transport, logger)),
    ],
    probes: [
      postgresProbe(database),
      ...(redis ? [redisProbe(redis)] : []),
      { name: 'signing-key', required: true, check: async () => void (await ring.signer()) },
    ],
    close,
  };
};

/** A wrong KEY_ENCRYPTION_KEY must show now, not at the first login. That there is no key yet is for readiness to say. */
const refuseWrongSecret = async (ring: SigningKeyRing, close: () => Promise<void>): Promise<void> => {
  try {
    await ring.signer();
  } catch (error) {
    if (error instanceof NoSigningKeyError) return;
    await close();
    throw error;
  }
};
