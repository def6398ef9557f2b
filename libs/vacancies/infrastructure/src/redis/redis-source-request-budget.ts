import { setTimeout as sleep } from 'node:timers/promises';
import { err, ok, type CancelSignal, type Result } from '@job-scope/kernel';
import type { SourceName } from '@job-scope/vacancies-domain';
import type { BudgetBlocked, RequestBudgetLimits, SourceRequestBudget } from '@job-scope/vacancies-ports';
import type { Redis } from 'ioredis';
import { withAbortSignal } from '../abort-signal';

/**
 * One hash per source: what the bucket held, when, and until when nothing may go out. Time is the server's, so that the
 * clocks of replicas do not matter. Answers {0}: taken; {1, ms}: wait for a token; {2, ms, until, reason}: blocked.
 */
const TAKE = `
local now = redis.call('TIME')
local now_ms = now[1] * 1000 + math.floor(now[2] / 1000)
local rate, burst = tonumber(ARGV[1]) / 1000, tonumber(ARGV[2])
local stored = redis.call('HMGET', KEYS[1], 'tokens', 'filled_at', 'blocked_until', 'reason')

local blocked_until = tonumber(stored[3] or 0)
if blocked_until > now_ms then
  return {2, blocked_until - now_ms, blocked_until, stored[4]}
end

local tokens = math.min(burst, tonumber(stored[1] or burst) + (now_ms - tonumber(stored[2] or now_ms)) * rate)
if tokens < 1 then
  return {1, math.ceil((1 - tokens) / rate)}
end
redis.call('HSET', KEYS[1], 'tokens', tostring(tokens - 1), 'filled_at', now_ms)
-- By then the bucket is full again, which is what an absent one is.
redis.call('PEXPIRE', KEYS[1], math.ceil(burst / rate) + 1000)
return {0}
`;

const BLOCK = `
local left_ms = tonumber(ARGV[1]) - redis.call('TIME')[1] * 1000
if left_ms > 0 and tonumber(ARGV[1]) > tonumber(redis.call('HGET', KEYS[1], 'blocked_until') or 0) then
  redis.call('HSET', KEYS[1], 'blocked_until', ARGV[1], 'reason', ARGV[2])
  redis.call('PEXPIRE', KEYS[1], math.max(left_ms + 1000, redis.call('PTTL', KEYS[1])))
end
`;

type TakeAnswer = readonly [0] | readonly [1, number] | readonly [2, number, number, string];

/** A token bucket per source in Redis, shared by all replicas. */
export class RedisSourceRequestBudget implements SourceRequestBudget {
  constructor(
    private readonly redis: Redis,
    private readonly limits: RequestBudgetLimits,
  ) {}

  take(source: SourceName, signal: CancelSignal): Promise<Result<void, BudgetBlocked>> {
    return withAbortSignal(signal, async (abort) => {
      for (;;) {
        abort.throwIfAborted();
        const [answer, waitMs, until, reason] = await this.tryTake(source);
        if (answer === 0) return ok(undefined);
        if (answer === 2 && waitMs > this.limits.maxBlockWaitMs) {
          return err({ code: 'budget.blocked', until: new Date(until), reason });
        }
        await sleep(waitMs, undefined, { signal: abort });
      }
    });
  }

  async block(source: SourceName, until: Date, reason: string): Promise<void> {
    await this.redis.eval(BLOCK, 1, budgetKeyOf(source), until.getTime(), reason);
  }

  private async tryTake(source: SourceName): Promise<TakeAnswer> {
    const { requestsPerSecond, burst } = this.limits;
    return (await this.redis.eval(TAKE, 1, budgetKeyOf(source), requestsPerSecond, burst)) as TakeAnswer;
  }
}

export const budgetKeyOf = (source: SourceName): string => `job-scope:request-budget:${source}`;
