import {
  createRedis,
  InMemorySharedUsage,
  inMemoryRateLimits,
  redisRateLimits,
  RedisSharedUsage,
  type RateLimits,
} from '@job-scope/platform-nest';
import type { Redis } from 'ioredis';
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
  // Of its own, so that the client ends before the server does.
  describe('rate limits', () => {
    let redis: Redis;
    beforeAll(() => {
      redis = createRedis(getUrl(), 'test');
    });
    beforeEach(async () => {
      const left = await keys();
      if (left.length > 0) await redis.del(left);
    });
    afterAll(() => redis.quit());

    const keys = () => redis.keys('rate-limit:*');
    const ttls = async () => Promise.all((await keys()).map(async (key) => ({ key, ms: await redis.pttl(key) })));
    const elapse = async (byMs: number) => {
      for (const { key, ms } of await ttls()) await redis.pexpire(key, ms - byMs);
    };

    describeRateLimits('on Redis', async () => ({ replica: (policies) => redisRateLimits(redis, policies), elapse }));
    describeSharedUsage('on Redis', async () => ({ replica: () => new RedisSharedUsage(redis), elapse }));
    describeStoredKeys('on Redis', async (policies) => ({ limits: redisRateLimits(redis, policies), keys }));

    it('B-5: gives every key an end, after each kind of write', async () => {
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
    });

    it('is told of a second in one command', async () => {
      const sent = jest.spyOn(redis, 'sendCommand');
      const used = Array.from({ length: 100 }, (_, i) => ({ key: `global:${i}`, requests: 1 }));
      await new RedisSharedUsage(redis).add(used, 60_000);
      expect(sent).toHaveBeenCalledTimes(1);
      sent.mockRestore();
    });

    it('A-10: lets nothing pass while it is away, and says so as an outage', async () => {
      const lost = createRedis(getUrl(), 'test');
      await lost.quit();
      const limits = redisRateLimits(lost, { login: { requests: 1, seconds: 60 } });
      await expect(limits.consume('login', 'ann')).rejects.toThrow('Connection is closed.');
    });
  });
});
