import {
  createRedis,
  InMemorySharedUsage,
  inMemoryRateLimits,
  redisRateLimits,
  RedisSharedUsage,
  type RateLimits,
} from '@job-scope/platform-nest';
import { describeWith } from './describe-with';
import { describeRateLimits, describeStoredKeys } from './rate-limits.suite';
import { describeSharedUsage } from './shared-usage.suite';

describeRateLimits('in memory', async () => {
  jest.useFakeTimers();
  let limits: RateLimits | undefined;
  return {
    // It is shared by nobody: there is one replica.
    replica: (policies) => (limits ??= inMemoryRateLimits(policies)),
    elapse: (ms) => jest.advanceTimersByTime(ms),
    close: async () => void jest.useRealTimers(),
  };
});

describeSharedUsage('in memory', async () => {
  let ahead = 0;
  const usage = new InMemorySharedUsage(() => Date.now() + ahead);
  return {
    replica: () => usage,
    elapse: (ms) => {
      ahead += ms;
    },
  };
});

describeWith('redis', (getUrl) => {
  const PATTERN = 'rate-limit:*';
  const open = async () => {
    const redis = createRedis(getUrl(), 'test');
    const keys = () => redis.keys(PATTERN);
    const ttls = async () => Promise.all((await keys()).map(async (key) => ({ key, ms: await redis.pttl(key) })));
    const left = await keys();
    if (left.length > 0) await redis.del(left);
    const elapse = async (byMs: number) => {
      for (const { key, ms } of await ttls()) await redis.pexpire(key, ms - byMs);
    };
    return { redis, keys, ttls, elapse, close: () => Promise.resolve(redis.disconnect()) };
  };

  describeRateLimits('on Redis', async () => {
    const { redis, ...store } = await open();
    return { ...store, replica: (policies) => redisRateLimits(redis, policies) };
  });

  describeStoredKeys('on Redis', async (policies) => {
    const { redis, keys, close } = await open();
    return { limits: redisRateLimits(redis, policies), keys, close };
  });

  describeSharedUsage('on Redis', async () => {
    const { redis, ...store } = await open();
    return { ...store, replica: () => new RedisSharedUsage(redis) };
  });

  it('B-5: gives every key an end, after each kind of write', async () => {
    const { redis, ttls, close } = await open();
    const limits = redisRateLimits(redis, { login: { requests: 1, seconds: 60 } });
    const usage = new RedisSharedUsage(redis);
    for (let i = 0; i < 3; i += 1) {
      await limits.consume('login', 'ann');
      await usage.add([{ key: 'global:ann', requests: 1 }], 60_000);
    }
    const ends = await ttls();
    expect(ends).toHaveLength(2);
    for (const { ms } of ends) {
      expect(ms).toBeGreaterThan(0);
      expect(ms).toBeLessThanOrEqual(60_000);
    }
    await close();
  });

  it('is told of a second in one command', async () => {
    const { redis, close } = await open();
    const sent = jest.spyOn(redis, 'sendCommand');
    const used = Array.from({ length: 100 }, (_, i) => ({ key: `global:${i}`, requests: 1 }));
    await new RedisSharedUsage(redis).add(used, 60_000);
    expect(sent).toHaveBeenCalledTimes(1);
    await close();
  });

  it('A-10: lets nothing pass while it is away, and says so as an outage', async () => {
    const redis = createRedis('redis://127.0.0.1:1', 'test');
    const limits = redisRateLimits(redis, { login: { requests: 1, seconds: 60 } });
    await expect(limits.consume('login', 'ann')).rejects.toThrow(/^Reached the max retries per request limit/);
    redis.disconnect();
  });
});
