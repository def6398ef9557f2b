import type { Session, SessionLimits, UserAccess } from '@job-scope/auth-domain';
import type { SessionChange, SessionStore } from '@job-scope/auth-ports';
import type { Redis } from 'ioredis';
import { changeByCompareAndSet } from '../compare-and-set';
import { sessionKey, USER_KEY_PREFIX } from '../redis-keys';
import { CHANGE, OPEN, SET_ACCESS } from './scripts';
import { toHash, toSession } from './session-hash';

/**
 * Sessions in Redis, with what their users may do beside them. Each step is one script, so nothing can come between,
 * and every key expires by itself. A session whose user has no entry counts as inactive.
 */
export class RedisSessionStore implements SessionStore {
  constructor(
    private readonly redis: Redis,
    private readonly limits: SessionLimits,
  ) {}

  async open(session: Session, access: UserAccess): Promise<void> {
    const keys = [sessionKey(session.id), userKey(session.userId)];
    const fields = Object.entries(toHash(session)).flat();
    await this.redis.eval(
      OPEN,
      keys.length,
      ...keys,
      session.idleExpiresAt.getTime(),
      this.limits.absoluteMs,
      ...accessFields(access),
      ...fields,
    );
  }

  change<T extends SessionChange>(id: string, decide: (session: Session) => T): Promise<T | undefined> {
    const key = sessionKey(id);
    const cell = {
      read: async () => {
        const hash = await this.redis.hgetall(key);
        return hash['version'] ? { session: toSession(id, hash), version: Number(hash['version']) } : undefined;
      },
      write: async (next: Session, version: number) => {
        const fields = Object.entries(toHash(next)).flat();
        return (await this.redis.eval(CHANGE, 1, key, version, next.idleExpiresAt.getTime(), ...fields)) === 1;
      },
    };
    return changeByCompareAndSet(cell, decide);
  }

  async setAccess(userId: string, access: UserAccess): Promise<void> {
    await this.redis.eval(SET_ACCESS, 1, userKey(userId), this.limits.absoluteMs, ...accessFields(access));
  }
}

const userKey = (userId: string): string => `${USER_KEY_PREFIX}${userId}`;

const accessFields = ({ active, superuser }: UserAccess): string[] => [active ? '1' : '0', superuser ? '1' : '0'];
