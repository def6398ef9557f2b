/** Makes a key live so long at least (ms), never shorter than it would. */
const KEEP = `
  local function keep(key, ttl)
    if redis.call('PTTL', key) < tonumber(ttl) then redis.call('PEXPIRE', key, ttl) end
  end`;

/** Sessions are listed by their idle expiry (ms since 1970). Expired ones go whenever the list is touched. */
const PRUNE = `
  local function prune(list)
    local time = redis.call('TIME')
    redis.call('ZREMRANGEBYSCORE', list, '-inf', time[1] * 1000 + math.floor(time[2] / 1000))
  end`;

/**
 * KEYS: session, user, the user's list. ARGV: id, when the session expires (ms since 1970), how long what belongs to the
 * user must live (ms), active, superuser, revision, then the session's fields and values.
 */
export const OPEN = `${KEEP}${PRUNE}
  if tonumber(redis.call('HGET', KEYS[2], 'revision') or '0') > tonumber(ARGV[6]) then return 0 end
  redis.call('HSET', KEYS[1], 'version', 1, unpack(ARGV, 7))
  redis.call('PEXPIREAT', KEYS[1], ARGV[2])
  redis.call('HSET', KEYS[2], 'active', ARGV[4], 'superuser', ARGV[5], 'revision', ARGV[6])
  redis.call('ZADD', KEYS[3], ARGV[2], ARGV[1])
  keep(KEYS[2], ARGV[3])
  keep(KEYS[3], ARGV[3])
  prune(KEYS[3])
  return 1`;

/**
 * KEYS: session, the user's list. ARGV: id, when the session expires (ms since 1970), how long the list must live (ms),
 * the version that the session must have, '1' if it is revoked, then fields and values.
 */
export const CHANGE = `${KEEP}
  if redis.call('HGET', KEYS[1], 'version') ~= ARGV[4] then return 0 end
  redis.call('HINCRBY', KEYS[1], 'version', 1)
  redis.call('HSET', KEYS[1], unpack(ARGV, 6))
  redis.call('PEXPIREAT', KEYS[1], ARGV[2])
  if ARGV[5] == '1' then
    redis.call('ZREM', KEYS[2], ARGV[1])
  else
    redis.call('ZADD', KEYS[2], ARGV[2], ARGV[1])
    keep(KEYS[2], ARGV[3])
  end
  return 1`;

/** KEYS: the user's list. ARGV: what the key of a session begins with. Returns id, fields and values of each. */
export const LIST = `${PRUNE}
  prune(KEYS[1])
  local sessions = {}
  for _, id in ipairs(redis.call('ZRANGE', KEYS[1], 0, -1)) do
    local hash = redis.call('HGETALL', ARGV[1] .. id)
    if #hash > 0 then sessions[#sessions + 1] = { id, hash } end
  end
  return sessions`;

/**
 * KEYS: the user's list. ARGV: what the key of a session begins with, when and why they end, until when they were opened
 * (ms since 1970), the id of the one that goes on. Returns how many it has ended.
 */
export const END_ALL = `
  local ended = 0
  for _, id in ipairs(redis.call('ZRANGE', KEYS[1], 0, -1)) do
    local key = ARGV[1] .. id
    local opened = redis.call('HGET', key, 'created_at')
    if not opened then
      redis.call('ZREM', KEYS[1], id)
    elseif id ~= ARGV[5] and tonumber(opened) <= tonumber(ARGV[4]) then
      redis.call('HSET', key, 'revoked_at', ARGV[2], 'revoked_reason', ARGV[3])
      redis.call('HINCRBY', key, 'version', 1)
      redis.call('ZREM', KEYS[1], id)
      ended = ended + 1
    end
  end
  return ended`;

/** KEYS: user. ARGV: how long the entry must live (ms), id of the denial, what it takes. */
export const DENY = `${KEEP}
  local takes = redis.call('HGET', KEYS[1], 'denial_takes') == 'all' and 'all' or ARGV[3]
  redis.call('HSET', KEYS[1], 'denial', ARGV[2], 'denial_takes', takes)
  keep(KEYS[1], ARGV[1])`;

/** KEYS: user. ARGV: how long the entry must live (ms), active, superuser, revision, id of the denial to lift. */
export const SET_ACCESS = `${KEEP}
  if tonumber(redis.call('HGET', KEYS[1], 'revision') or '0') <= tonumber(ARGV[4]) then
    redis.call('HSET', KEYS[1], 'active', ARGV[2], 'superuser', ARGV[3], 'revision', ARGV[4])
  end
  if redis.call('HGET', KEYS[1], 'denial') == ARGV[5] then
    redis.call('HDEL', KEYS[1], 'denial', 'denial_takes')
  end
  keep(KEYS[1], ARGV[1])`;
