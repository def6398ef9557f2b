/**
 * KEYS: session, user. ARGV: when the session expires (ms since 1970), how long the user's entry must live (ms), active,
 * superuser, then the session's fields and values. An entry the user has already stands.
 */
export const OPEN = `
  redis.call('HSET', KEYS[1], 'version', 1, unpack(ARGV, 5))
  redis.call('PEXPIREAT', KEYS[1], ARGV[1])
  if redis.call('EXISTS', KEYS[2]) == 0 then
    redis.call('HSET', KEYS[2], 'active', ARGV[3], 'superuser', ARGV[4])
  end
  redis.call('PEXPIRE', KEYS[2], ARGV[2])`;

/** KEYS: session. ARGV: the version it must have, when it expires (ms since 1970), then fields and values. */
export const CHANGE = `
  if redis.call('HGET', KEYS[1], 'version') ~= ARGV[1] then return 0 end
  redis.call('HINCRBY', KEYS[1], 'version', 1)
  redis.call('HSET', KEYS[1], unpack(ARGV, 3))
  redis.call('PEXPIREAT', KEYS[1], ARGV[2])
  return 1`;

/** KEYS: user. ARGV: how long the entry must live (ms), active, superuser. */
export const SET_ACCESS = `
  redis.call('HSET', KEYS[1], 'active', ARGV[2], 'superuser', ARGV[3])
  redis.call('PEXPIRE', KEYS[1], ARGV[1])`;
