/**
 * KEYS: session, user, sessions of the user. ARGV: when the session expires and the present (ms since 1970), how long the
 * user's entries must live (ms), active, superuser, revision, the session's id, then its fields and values. Refused if a
 * later revision of the user is known. What has expired of the same user is forgotten.
 */
export const OPEN = `
  local known = tonumber(redis.call('HGET', KEYS[2], 'revision') or '0')
  if known > tonumber(ARGV[6]) then return 0 end
  redis.call('HSET', KEYS[1], 'version', 1, unpack(ARGV, 8))
  redis.call('PEXPIREAT', KEYS[1], ARGV[1])
  redis.call('HSET', KEYS[2], 'active', ARGV[4], 'superuser', ARGV[5], 'revision', ARGV[6])
  redis.call('PEXPIRE', KEYS[2], ARGV[3])
  redis.call('ZREMRANGEBYSCORE', KEYS[3], '-inf', ARGV[2])
  redis.call('ZADD', KEYS[3], ARGV[1], ARGV[7])
  redis.call('PEXPIRE', KEYS[3], ARGV[3])
  return 1`;

/**
 * KEYS: session, sessions of the user. ARGV: the version it must have, when it expires (ms since 1970), its id, whether
 * it is over, then fields and values.
 */
export const CHANGE = `
  if redis.call('HGET', KEYS[1], 'version') ~= ARGV[1] then return 0 end
  redis.call('HINCRBY', KEYS[1], 'version', 1)
  redis.call('HSET', KEYS[1], unpack(ARGV, 5))
  redis.call('PEXPIREAT', KEYS[1], ARGV[2])
  if ARGV[4] == '1' then redis.call('ZREM', KEYS[2], ARGV[3])
  else redis.call('ZADD', KEYS[2], 'XX', ARGV[2], ARGV[3]) end
  return 1`;

/** KEYS: user. ARGV: how long the entry must live (ms), the denial's id, what it takes. It never takes less than before. */
export const DENY = `
  local before = redis.call('HGET', KEYS[1], 'denial_takes')
  local takes = ARGV[3]
  if before == 'all' then takes = 'all' end
  redis.call('HSET', KEYS[1], 'denial', ARGV[2], 'denial_takes', takes)
  redis.call('PEXPIRE', KEYS[1], ARGV[1])`;

/**
 * KEYS: user. ARGV: how long the entry must live (ms), active, superuser, revision, the id of the denial to lift or
 * nothing. A later revision stays, and so does another denial.
 */
export const SET_ACCESS = `
  local known = tonumber(redis.call('HGET', KEYS[1], 'revision') or '0')
  if known <= tonumber(ARGV[4]) then
    redis.call('HSET', KEYS[1], 'active', ARGV[2], 'superuser', ARGV[3], 'revision', ARGV[4])
  end
  if ARGV[5] ~= '' and redis.call('HGET', KEYS[1], 'denial') == ARGV[5] then
    redis.call('HDEL', KEYS[1], 'denial', 'denial_takes')
  end
  redis.call('PEXPIRE', KEYS[1], ARGV[1])`;

/** KEYS: sessions of the user. ARGV: the present (ms since 1970). Ids of those that go on; the others are forgotten. */
export const LIST = `
  redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', ARGV[1])
  return redis.call('ZRANGE', KEYS[1], 0, -1)`;
