import { Redis } from 'ioredis';
import type { Logger } from '../logging/logger';
import type { ReadinessProbe } from '../runtime/readiness';

/** A Redis client that connects by itself and again after an outage; commands fail after 3 attempts or 3 s meanwhile. */
export function createRedis(url: string, name: string, logger?: Logger): Redis {
  const redis = new Redis(url, {
    connectionName: name,
    maxRetriesPerRequest: 3,
    connectTimeout: 5_000,
    commandTimeout: 3_000,
  });
  // Without a listener a lost connection would end the process.
  redis.on('error', (error) =>
    logger?.warn('lost the Redis connection', { 'event.action': 'redis-connection-lost', error }),
  );
  return redis;
}

export const redisProbe = (redis: Redis): ReadinessProbe => ({
  name: 'redis',
  required: true,
  check: async () => void (await redis.ping()),
});
