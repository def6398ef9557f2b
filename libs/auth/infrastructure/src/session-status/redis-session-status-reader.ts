import type { SessionStatus, SessionStatusReader } from '@job-scope/auth-ports';
import type { Redis } from 'ioredis';
import { sessionKey, USER_KEY_PREFIX } from '../redis-keys';

/** `[user, generation, revoked at, active, superuser, what a denial takes]`; empty when there is no such session. */
type StatusRow = [] | [string, string, string, string | null, string | null, string | null];

/** Reads the sessions that auth-service keeps in Redis, all of them in one round trip. */
export class RedisSessionStatusReader implements SessionStatusReader {
  constructor(private readonly redis: Redis) {}

  async read(ids: readonly string[]): Promise<ReadonlyMap<string, SessionStatus>> {
    const rows = (await this.redis.eval(READ, ids.length, ...ids.map(sessionKey), USER_KEY_PREFIX)) as StatusRow[];
    return new Map(
      ids.flatMap((id, index) => {
        const status = toStatus(rows[index] ?? []);
        return status ? [[id, status] as const] : [];
      }),
    );
  }
}

const toStatus = ([userId, generation, revokedAt, active, superuser, denied]: StatusRow): SessionStatus | undefined =>
  userId === undefined
    ? undefined
    : {
        userId,
        active: active === '1' && revokedAt === '' && denied !== 'all',
        superuser: superuser === '1' && !denied,
        generation: Number(generation),
      };

const READ = `
  local statuses = {}
  for i, key in ipairs(KEYS) do
    local session = redis.call('HMGET', key, 'user_id', 'generation', 'revoked_at')
    if session[1] then
      local user = redis.call('HMGET', ARGV[1] .. session[1], 'active', 'superuser', 'denial_takes')
      statuses[i] = { session[1], session[2], session[3], user[1], user[2], user[3] }
    else
      statuses[i] = {}
    end
  end
  return statuses`;
