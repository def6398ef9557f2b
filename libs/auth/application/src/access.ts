import { accessMarkOf, GONE, type SessionsToEnd, type TakenAccess } from '@job-scope/auth-domain';
import {
  DOUBT_MS,
  type AuthTransaction,
  type AuthUnitOfWork,
  type SessionStore,
  type UserReader,
} from '@job-scope/auth-ports';
import type { Clock, IdGenerator } from '@job-scope/kernel';

/** Tells the token store what the database says of the user now. However often and in whatever order, the newest stays. */
export const settleAccess = async (
  users: UserReader,
  sessions: SessionStore,
  userId: string,
  liftedDenial?: string,
): Promise<void> => {
  const user = await users.findById(userId);
  await sessions.setAccess(userId, user ? accessMarkOf(user) : GONE, liftedDenial);
};

/** Ends what the event says; repeating it ends nothing more. */
export const endSessions = (sessions: SessionStore, event: SessionsToEnd): Promise<number> => {
  const { userId, reason, openedUntil, except } = event;
  return sessions.endAllOf(userId, { reason, at: openedUntil, openedUntil, except });
};

/**
 * Waits for what the outbox has been told to do anyway: a failure here is no failure of the request, the relay repeats it
 * until it is done.
 */
export const atOnce = async (...attempts: readonly Promise<unknown>[]): Promise<void> => {
  await Promise.allSettled(attempts);
};

export interface AccessPorts {
  readonly users: UserReader;
  readonly sessions: SessionStore;
  readonly unitOfWork: AuthUnitOfWork;
  readonly ids: IdGenerator;
  readonly clock: Clock;
}

/** Denies what a change is about to take, while its transaction keeps everybody else from changing the user. */
export type Deny = (takes: TakenAccess) => Promise<void>;

/**
 * Runs a change that may take access from a user so that it holds at once, wherever we may die: first the outbox learns
 * that the access is in doubt, then the token store denies it, then the change is committed, then the denial gives way to
 * what the database says. If the commit fails, nobody knows whether it was made: the denial stays until the doubt is
 * resolved. As it is made under the user's lock, no other change of the user can lift it before.
 */
export const takeAccess = async <T>(
  { users, sessions, unitOfWork, ids, clock }: AccessPorts,
  userId: string,
  change: (tx: AuthTransaction, deny: Deny) => Promise<T>,
): Promise<T> => {
  const denialId = ids.next();
  const since = clock.now().getTime();
  await unitOfWork.run((tx) => tx.outbox.append([{ kind: 'access-in-doubt', userId, denialId }]));
  const deny: Deny = async (takes) => {
    // The doubt is resolved in the middle of the change unless enough of its time is left for the commit.
    if (clock.now().getTime() - since > DOUBT_MS / 2) throw new Error('it took too long to get hold of the user');
    await sessions.deny(userId, { id: denialId, takes });
  };
  const result = await unitOfWork.run((tx) => change(tx, deny));
  await atOnce(settleAccess(users, sessions, userId, denialId));
  return result;
};
