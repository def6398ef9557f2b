import type { Redis } from 'ioredis';
import {
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRedis,
  RateLimiterRes,
  type RateLimiterAbstract,
} from 'rate-limiter-flexible';
import type { DataSource } from 'typeorm';
import { hashKey } from './rate-limit-key';
import type { RateLimitPolicy } from './rate-limit-policy';
import type { RateLimitKey, RateLimits, RateLimitState } from './rate-limits';

/** How many requests are allowed under each name of a limit. */
export type RateLimitPolicies = Readonly<Record<string, RateLimitPolicy>>;

/** Counts in Redis. */
export const redisRateLimits = (redis: Redis, policies: RateLimitPolicies): RateLimits =>
  new StoredRateLimits(policies, (name, { requests, seconds }) => {
    const keyPrefix = `rate-limit:${name}`;
    return new RateLimiterRedis({ storeClient: redis, keyPrefix, points: requests, duration: seconds });
  });

/** Counts in the table `platform.rate_limits`, by the connections that the data source has anyway. */
export const postgresRateLimits = (dataSource: DataSource, policies: RateLimitPolicies): RateLimits =>
  new StoredRateLimits(policies, (name, { requests, seconds }, index) => {
    const options = { storeClient: dataSource, storeType: 'typeorm', keyPrefix: name };
    const table = { schemaName: 'platform', tableName: 'rate_limits', tableCreated: true };
    // Each deletes the expired rows of all: one is enough.
    const clearExpiredByTimeout = index === 0;
    return new RateLimiterPostgres({
      ...{ ...options, ...table, clearExpiredByTimeout },
      ...{ points: requests, duration: seconds },
    });
  });

/** Counts in this process alone: for tests. */
export const inMemoryRateLimits = (policies: RateLimitPolicies): RateLimits =>
  new StoredRateLimits(
    policies,
    (keyPrefix, { requests, seconds }) => new RateLimiterMemory({ keyPrefix, points: requests, duration: seconds }),
  );

type MakeLimiter = (name: string, policy: RateLimitPolicy, index: number) => RateLimiterAbstract;

class StoredRateLimits implements RateLimits {
  private readonly limiters: ReadonlyMap<string, RateLimiterAbstract>;

  constructor(
    private readonly policies: RateLimitPolicies,
    make: MakeLimiter,
  ) {
    const entries = Object.entries(policies);
    this.limiters = new Map(entries.map(([name, policy], index) => [name, make(name, policy, index)]));
  }

  policyOf(name: string): RateLimitPolicy {
    const policy = this.policies[name];
    if (!policy) throw new Error(`there is no rate limit "${name}"`);
    return policy;
  }

  async consume(name: string, key: RateLimitKey): Promise<RateLimitState> {
    try {
      return stateOf(true, await this.limiterOf(name).consume(hashKey(key)));
    } catch (error) {
      if (error instanceof RateLimiterRes) return stateOf(false, error);
      throw error;
    }
  }

  async clear(name: string, key: RateLimitKey): Promise<void> {
    await this.limiterOf(name).delete(hashKey(key));
  }

  private limiterOf(name: string): RateLimiterAbstract {
    const limiter = this.limiters.get(name);
    if (!limiter) throw new Error(`there is no rate limit "${name}"`);
    return limiter;
  }
}

const stateOf = (allowed: boolean, { remainingPoints, msBeforeNext }: RateLimiterRes): RateLimitState => ({
  ...{ allowed, remaining: remainingPoints, resetMs: msBeforeNext },
});
