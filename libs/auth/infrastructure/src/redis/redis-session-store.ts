import { revokeSession, type AccessMark, type Session, type SessionLimits } from '@job-scope/auth-domain';
import type { Denial, SessionChange, SessionsEnding, SessionStore } from '@job-scope/auth-ports';
import type { Redis } from 'ioredis';
import { changeByCompareAndSet } from '../compare-and-set';
import { sessionKey, USER_KEY_PREFIX, userSessionsKey } from '../redis-keys';
import { CHANGE, DENY, LIST, OPEN, SET_ACCESS } from './scripts';
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

  async open(session: Session, access: AccessMark): Promise<boolean> {
    const { id, userId, idleExpiresAt } = session;
    const keys = [sessionKey(id), userKey(userId), userSessionsKey(userId)];
    const opened = await this.redis.eval(
      OPEN,
      keys.length,
      ...keys,
      idleExpiresAt.getTime(),
      Date.now(),
      this.limits.absoluteMs,
      ...accessFields(access),
      id,
      ...fieldsOf(session),
    );
    return opened === 1;
  }

  change<T extends SessionChange>(id: string, decide: (session: Session) => T): Promise<T | undefined> {
    const key = sessionKey(id);
    const cell = {
      read: async () => {
        const hash = await this.redis.hgetall(key);
        return hash['version'] ? { session: toSession(id, hash), version: Number(hash['version']) } : undefined;
      },
      write: async (next: Session, version: number) => {
        const keys = [key, userSessionsKey(next.userId)];
        const isOver = next.revoked === null ? 0 : 1;
        const settings = [version, next.idleExpiresAt.getTime(), id, isOver];
        return (await this.redis.eval(CHANGE, keys.length, ...keys, ...settings, ...fieldsOf(next))) === 1;
      },
    };
    return changeByCompareAndSet(cell, decide);
  }

  async listOf(userId: string): Promise<readonly Session[]> {
    const ids = (await this.redis.eval(LIST, 1, userSessionsKey(userId), Date.now())) as string[];
    const hashes = await Promise.all(ids.map((id) => this.redis.hgetall(sessionKey(id))));
    return ids
      .flatMap((id, index) => (hashes[index]?.['version'] ? [toSession(id, hashes[index])] : []))
      .filter(({ revoked }) => revoked === null)
      .toSorted((a, b) => b.lastSeenAt.getTime() - a.lastSeenAt.getTime());
  }

  async endAllOf(userId: string, { reason, at, openedUntil, except }: SessionsEnding): Promise<number> {
    const ending = (await this.listOf(userId)).filter(({ id, createdAt }) => id !== except && createdAt <= openedUntil);
    await Promise.all(
      ending.map(({ id }) => this.change(id, (session) => ({ session: revokeSession(session, reason, at) }))),
    );
    return ending.length;
  }

  async deny(userId: string, { id, takes }: Denial): Promise<void> {
    await this.redis.eval(DENY, 1, userKey(userId), this.limits.absoluteMs, id, takes);
  }

  async setAccess(userId: string, access: AccessMark, lifted = ''): Promise<void> {
    await this.redis.eval(SET_ACCESS, 1, userKey(userId), this.limits.absoluteMs, ...accessFields(access), lifted);
  }
}

const userKey = (userId: string): string => `${USER_KEY_PREFIX}${userId}`;

const fieldsOf = (session: Session): string[] => Object.entries(toHash(session)).flat();

const accessFields = ({ active, superuser, revision }: AccessMark): string[] => [
  active ? '1' : '0',
  superuser ? '1' : '0',
  String(revision),
];
