import { openSession } from '@job-scope/auth-domain';
import { describeSessionStore } from '@job-scope/auth-testing';
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

  describeSessionStore('RedisSessionStore', async () => {
    const store = new RedisSessionStore(redis, LIMITS);
    return {
      store,
      statuses: new RedisSessionStatusReader(redis),
      newId: () => ids.next(),
      addUser: async () => ids.next(),
      changeUser: (userId, access) => store.setAccess(userId, access),
    };
  });

  const opened = async () => {
    const store = new RedisSessionStore(redis, LIMITS);
    const userId = ids.next();
    const client = { name: null, ip: null, userAgent: null };
    const session = openSession({ id: ids.next(), userId, client }, new Date(), LIMITS);
    await store.open(session, ACCESS);
    const keys = [`auth:session:${session.id}`, `auth:user:${userId}`, `auth:user-sessions:${userId}`];
    return { store, session, keys };
  };

  it('B-5: gives every key an end, after each kind of write', async () => {
    const { store, session, keys } = await opened();
    const ttls = () => Promise.all(keys.map((key) => redis.pttl(key)));
    const long = expect.closeTo(LIMITS.absoluteMs, -5);
    const inTime = [expect.closeTo(LIMITS.idleMs, -5), long, long];
    expect(await ttls()).toEqual(inTime);
    await store.change(session.id, (stored) => ({ session: { ...stored, issue: 2 } }));
    await store.deny(session.userId, { id: ids.next(), takes: 'superuser' });
    await store.setAccess(session.userId, ACCESS);
    expect(await ttls()).toEqual(inTime);
  });

  it('takes a session for inactive when what its user may do is not known', async () => {
    const { session, keys } = await opened();
    await redis.del(keys[1] ?? '');
    expect((await new RedisSessionStatusReader(redis).read([session.id])).get(session.id)).toMatchObject({
      active: false,
      superuser: false,
    });
  });
});
