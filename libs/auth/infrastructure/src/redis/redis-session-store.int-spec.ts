import { openSession, revokeSession } from '@job-scope/auth-domain';
import { describeSessionStore, describeToldAccess, type SessionStoreHarness } from '@job-scope/auth-testing';
import { createRedis, UuidV7Generator } from '@job-scope/platform-nest';
import { describeWith } from '@job-scope/platform-testing';
import type { Redis } from 'ioredis';
import { RedisSessionStatusReader } from '../session-status';
import { RedisSessionStore } from './redis-session-store';

const DAY_MS = 86_400_000;
const LIMITS = { idleMs: 30 * DAY_MS, absoluteMs: 90 * DAY_MS };
const ACCESS = { active: true, superuser: false, revision: 1 };

describeWith('redis', (getUrl) => {
  const ids = new UuidV7Generator();
  let redis: Redis;
  beforeAll(() => {
    redis = createRedis(getUrl(), 'auth-specs');
  });
  afterAll(() => redis.quit());

  const harness = async (): Promise<SessionStoreHarness> => {
    const store = new RedisSessionStore(redis, LIMITS);
    return {
      store,
      statuses: new RedisSessionStatusReader(redis),
      newId: () => ids.next(),
      addUser: async () => ids.next(),
      changeUser: (userId, access) => store.setAccess(userId, access),
    };
  };
  describeSessionStore('RedisSessionStore', harness);
  describeToldAccess('RedisSessionStore', harness);

  const open = async (store: RedisSessionStore, userId: string, now = new Date()) => {
    const client = { name: null, ip: null, userAgent: null };
    const session = openSession({ id: ids.next(), userId, client }, now, LIMITS);
    await store.open(session, ACCESS);
    return session;
  };

  const opened = async () => {
    const store = new RedisSessionStore(redis, LIMITS);
    const session = await open(store, ids.next());
    const [userKey, listKey] = [`auth:user:${session.userId}`, `auth:user-sessions:${session.userId}`];
    return { store, session, userKey, listKey, sessionKey: `auth:session:${session.id}` };
  };

  it('B-5: gives every key an end, after each kind of write', async () => {
    await redis.flushdb();
    const { store, session, ...keys } = await opened();
    const { id, userId } = session;
    const now = new Date();
    const writes = [
      () => store.change(id, (stored) => ({ session: { ...stored, issue: 2 } })),
      () => store.deny(userId, { id: 'd', takes: 'superuser' }),
      () => store.setAccess(userId, { ...ACCESS, revision: 2 }, 'd'),
      () => store.deny(ids.next(), { id: 'd', takes: 'all' }),
      () => store.setAccess(ids.next(), ACCESS),
      () => store.listOf(userId),
      () => store.endAllOf(userId, { reason: 'logout', at: now, openedUntil: now }),
    ];
    for (const write of writes) {
      await write();
      for (const key of await redis.keys('*')) {
        const longest = key === keys.sessionKey ? LIMITS.idleMs : LIMITS.absoluteMs;
        expect([key, await redis.pttl(key)]).toEqual([key, expect.closeTo(longest, -5)]);
      }
    }
    expect(await redis.exists(keys.sessionKey, keys.userKey, keys.listKey)).toBe(2);
  });

  it('B-5: never lets go of what a user may do before their last session, whatever the limits become', async () => {
    const { session, userKey, listKey } = await opened();
    const shorter = new RedisSessionStore(redis, { idleMs: 1000, absoluteMs: 1000 });
    await open(shorter, session.userId);
    await shorter.setAccess(session.userId, ACCESS);
    await shorter.deny(session.userId, { id: 'd', takes: 'all' });
    for (const key of [userKey, listKey]) expect(await redis.pttl(key)).toBeGreaterThan(LIMITS.idleMs);
  });

  it('B-5: keeps neither keys nor members of what has expired, however often somebody logs in', async () => {
    await redis.flushdb();
    const { store, session, listKey, ...keys } = await opened();
    const longAgo = new Date(Date.now() - 31 * DAY_MS);
    for (let count = 0; count < 50; count += 1) await open(store, session.userId, longAgo);
    expect(await redis.zrange(listKey, '0', '-1')).toEqual([session.id]);
    expect(await redis.keys('*')).toEqual(expect.arrayContaining([listKey, keys.userKey, keys.sessionKey]));
    expect(await redis.dbsize()).toBe(3);
  });

  it('B-5: forgets on every occasion what has expired since the last', async () => {
    const { store, session, listKey } = await opened();
    const { userId } = session;
    const now = new Date();
    const occasions = [
      () => open(store, userId),
      () => store.listOf(userId),
      () => store.endAllOf(userId, { reason: 'logout', at: now, openedUntil: new Date(0) }),
    ];
    for (const occasion of occasions) {
      await redis.zadd(listKey, Date.now() - 1, 'expired');
      await occasion();
      expect(await redis.zscore(listKey, 'expired')).toBeNull();
    }
  });

  it('B-5: moves a session on in the list when it is refreshed, and takes it out when it is revoked', async () => {
    const { store, session, listKey } = await opened();
    const idleExpiresAt = new Date(session.idleExpiresAt.getTime() + DAY_MS);
    await store.change(session.id, (stored) => ({ session: { ...stored, idleExpiresAt } }));
    expect(await redis.zscore(listKey, session.id)).toBe(String(idleExpiresAt.getTime()));
    await store.change(session.id, (stored) => ({ session: revokeSession(stored, 'logout', new Date()) }));
    expect(await redis.zscore(listKey, session.id)).toBeNull();
  });

  it('takes a session for inactive when what its user may do is not known', async () => {
    const { session, userKey } = await opened();
    await redis.del(userKey);
    expect((await new RedisSessionStatusReader(redis).read([session.id])).get(session.id)).toMatchObject({
      active: false,
      superuser: false,
    });
  });
});
