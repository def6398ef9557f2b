import { createPostgresBackend, setDefaultBackendFactory, type QueueOptions } from 'bullmq';
import type { Redis } from 'ioredis';

/** Where the queues of this process are. */
export interface QueueBackend {
  /** For those who add jobs: fails soon while the server is away. */
  readonly producer: QueueOptions;
  /** For those who work on jobs: waits until the server is back. */
  readonly consumer: QueueOptions;
}

/** BullMQ's own schema, made by `migrateQueue`. */
export const QUEUE_SCHEMA = 'queue';

/** Several products may share a Redis. */
const KEY_PREFIX = 'job-scope';

const CONNECT_TIMEOUT_MS = 5_000;
const STATEMENT_TIMEOUT_MS = 30_000;

/**
 * Queues in PostgreSQL. The choice holds for the whole process, because `@nestjs/bullmq` makes its workers without asking
 * for one.
 */
export const postgresQueues = (databaseUrl: string, applicationName: string): QueueBackend => {
  setDefaultBackendFactory(createPostgresBackend);
  const connection = {
    connectionString: databaseUrl,
    schema: QUEUE_SCHEMA,
    application_name: applicationName,
    max: 4,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
  };
  return { producer: { connection }, consumer: { connection } };
};

/**
 * Queues in Redis. `redis` is asked whether it may forget jobs: a queue must not be evicted to make room. `onRisk` hears of one
 * that forgets its last jobs when it crashes.
 */
export const redisQueues = async (
  redis: Redis,
  { redisUrl, applicationName, onRisk }: RedisQueueOptions,
): Promise<QueueBackend> => {
  const policy = /^maxmemory_policy:(\S+)/m.exec(await redis.info('memory'))?.[1];
  if (policy !== undefined && policy !== 'noeviction') {
    throw new Error(`the Redis of REDIS_URL may drop jobs: its maxmemory-policy is ${policy}, set it to noeviction`);
  }
  if (/^aof_enabled:0/m.test(await redis.info('persistence'))) {
    onRisk('the Redis of REDIS_URL loses its last jobs when it crashes: set its appendonly to yes');
  }
  return redisBackend(redisUrl, applicationName);
};

export interface RedisQueueOptions {
  readonly redisUrl: string;
  readonly applicationName: string;
  readonly onRisk: (message: string) => void;
}

/** The same for those who only look at the queues, and must start also while Redis is away. */
export const redisBackend = (redisUrl: string, applicationName: string): QueueBackend => {
  setDefaultBackendFactory();
  const connection = { url: redisUrl, connectionName: applicationName, connectTimeout: CONNECT_TIMEOUT_MS };
  return {
    producer: { connection: { ...connection, maxRetriesPerRequest: 2 }, prefix: KEY_PREFIX, skipWaitingForReady: true },
    consumer: { connection: { ...connection, maxRetriesPerRequest: null }, prefix: KEY_PREFIX },
  };
};
