import type { AccessMark, Session, SessionLimits } from '@job-scope/auth-domain';
import type { Denial, SessionChange, SessionsEnding, SessionStore } from '@job-scope/auth-ports';
import type { Redis } from 'ioredis';
import { changeByCompareAndSet } from '../compare-and-set';
import { SESSION_KEY_PREFIX, sessionKey, USER_KEY_PREFIX, userSessionsKey } from '../redis-keys';
import { CHANGE, DENY, END_ALL, LIST, OPEN, SET_ACCESS } from './scripts';
import { fieldsOf, toHash, toSession } from './session-hash';

/**
 * Sessions in Redis, with what their users may do, and a list of each user's, beside them. Each step is one script, so
 * nothing can come between, and every key expires by itself. A session whose user has no entry counts as inactive.
 */
export class RedisSessionStore implements SessionStore {
  constructor(
    private readonly redis: Redis,
    private readonly limits: SessionLimits,
  ) {}

  async open(session: Session, access: AccessMark): Promise<boolean> {
    const { id, userId, idleExpiresAt } = session;
    const keys = [sessionKey(id), userKey(userId), userSessionsKey(userId)];
    const expiry = [id, idleExpiresAt.getTime(), this.limits.absoluteMs];
    return (await this.run(OPEN, keys, [...expiry, ...accessFields(access), ...toHash(session)])) === 1;
  }

  change<T extends SessionChange>(id: string, decide: (session: Session) => T): Promise<T | undefined> {
    const key = sessionKey(id);
    const cell = {
      read: async () => {
        const hash = await this.redis.hgetall(key);
        return hash['version'] ? { session: toSession(id, hash), version: Number(hash['version']) } : undefined;
      },
      write: async (next: Session, version: number) => {
        const expiry = [id, next.idleExpiresAt.getTime(), this.limits.absoluteMs];
        const given = [...expiry, version, flag(next.revoked !== null), ...toHash(next)];
        return (await this.run(CHANGE, [key, userSessionsKey(next.userId)], given)) === 1;
      },
    };
    return changeByCompareAndSet(cell, decide);
  }

  async listOf(userId: string): Promise<readonly Session[]> {
    const found = (await this.run(LIST, [userSessionsKey(userId)], [SESSION_KEY_PREFIX])) as [string, string[]][];
    return found.map(([id, hash]) => toSession(id, fieldsOf(hash))).toSorted(lastSeenFirst);
  }

  async endAllOf(userId: string, { reason, at, openedUntil, except }: SessionsEnding): Promise<number> {
    const given = [SESSION_KEY_PREFIX, at.getTime(), reason, openedUntil.getTime(), except ?? ''];
    return Number(await this.run(END_ALL, [userSessionsKey(userId)], given));
  }

  async deny(userId: string, { id, takes }: Denial): Promise<void> {
    await this.run(DENY, [userKey(userId)], [this.limits.absoluteMs, id, takes]);
  }

  async setAccess(userId: string, access: AccessMark, lifted = ''): Promise<void> {
    await this.run(SET_ACCESS, [userKey(userId)], [this.limits.absoluteMs, ...accessFields(access), lifted]);
  }

  private run(script: string, keys: readonly string[], given: readonly (string | number)[]): Promise<unknown> {
    return this.redis.eval(script, keys.length, ...keys, ...given);
  }
}

const userKey = (userId: string): string => `${USER_KEY_PREFIX}${userId}`;

const flag = (value: boolean): string => (value ? '1' : '0');

const accessFields = ({ active, superuser, revision }: AccessMark) => [flag(active), flag(superuser), revision];

const lastSeenFirst = (one: Session, other: Session): number => other.lastSeenAt.getTime() - one.lastSeenAt.getTime();
