import type { SourceName } from '@job-scope/vacancies-domain';
import type { SourceBlock, SourceBlocks } from '@job-scope/vacancies-ports';
import type { Redis } from 'ioredis';
import { budgetKeyOf } from './redis-source-request-budget';

/** Time is the server's. */
export class RedisSourceBlocks implements SourceBlocks {
  constructor(private readonly redis: Redis) {}

  async of(source: SourceName): Promise<SourceBlock | null> {
    const [until, reason] = await this.redis.hmget(budgetKeyOf(source), 'blocked_until', 'reason');
    const [seconds] = await this.redis.time();
    return until && Number(until) > Number(seconds) * 1000
      ? { until: new Date(Number(until)), reason: reason ?? '' }
      : null;
  }

  async lift(source: SourceName): Promise<void> {
    await this.redis.hdel(budgetKeyOf(source), 'blocked_until', 'reason');
  }
}
