import type { Redis } from 'ioredis';
import type { SharedUsage, Usage, WindowUsage } from './shared-usage';

/**
 * KEYS: what was used. ARGV: the length of a window (ms), then how much of each. Answers the total and the milliseconds
 * left of each, in turn. Time stands still in a script: no key can expire between its steps and be made without an end.
 */
const ADD = `
  local answers = {}
  for i, key in ipairs(KEYS) do
    redis.call('SET', key, 0, 'PX', ARGV[1], 'NX')
    answers[2 * i - 1] = redis.call('INCRBY', key, ARGV[i + 1])
    answers[2 * i] = redis.call('PTTL', key)
  end
  return answers`;

/** One counter a key, which Redis forgets at the end of its window. */
export class RedisSharedUsage implements SharedUsage {
  constructor(private readonly redis: Redis) {}

  async add(used: readonly Usage[], windowMs: number): Promise<readonly WindowUsage[]> {
    const keys = used.map(({ key }) => `rate-limit:${key}`);
    const counts = used.map(({ requests }) => requests);
    const answers = (await this.redis.eval(ADD, keys.length, ...keys, windowMs, ...counts)) as readonly number[];
    return used.map((_, i) => ({ requests: answers[2 * i] ?? 0, leftMs: answers[2 * i + 1] ?? 0 }));
  }
}
