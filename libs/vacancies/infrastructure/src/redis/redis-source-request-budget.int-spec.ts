import { createRedis } from '@job-scope/platform-nest';
import { describeWith } from '@job-scope/platform-testing';
import { describeSourceRequestBudget } from '@job-scope/vacancies-testing';
import { RedisSourceBlocks } from './redis-source-blocks';
import { RedisSourceRequestBudget } from './redis-source-request-budget';

// Real servers on a busy machine take longer than any one test should.
jest.setTimeout(60_000);

const KEY = 'job-scope:request-budget:headhunter';

describeWith('redis', (getUrl) => {
  const open = async () => {
    const redis = createRedis(getUrl(), 'test');
    await redis.del(KEY);
    return { redis, close: () => Promise.resolve(redis.disconnect()) };
  };

  describeSourceRequestBudget('RedisSourceRequestBudget', async () => {
    const { redis, close } = await open();
    return {
      replica: (limits) => new RedisSourceRequestBudget(redis, limits),
      blocks: new RedisSourceBlocks(redis),
      elapse: async (ms) => {
        for (const field of ['filled_at', 'blocked_until']) {
          if (await redis.hexists(KEY, field)) await redis.hincrby(KEY, field, -ms);
        }
      },
      close,
    };
  });

  it('leaves nothing behind for ever, and forgets no block before its end', async () => {
    const { redis, close } = await open();
    const budget = new RedisSourceRequestBudget(redis, { requestsPerSecond: 10, burst: 5, maxBlockWaitMs: 0 });
    await budget.block('headhunter', new Date(Date.now() + 3_600_000), 'captcha');
    expect(await redis.pttl(KEY)).toBeGreaterThan(3_590_000);
    await redis.del(KEY);
    await budget.take('headhunter', new AbortController().signal);
    expect(await redis.pttl(KEY)).toBeGreaterThan(0);
    await close();
  });
});
