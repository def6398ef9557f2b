import { accessMarkOf, GONE, type SessionsToEnd, type TakenAccess } from '@job-scope/auth-domain';
import type { AuthUnitOfWork, SessionStore, UserReader } from '@job-scope/auth-ports';
import type { IdGenerator } from '@job-scope/kernel';

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
}

/**
 * Runs a change that takes access from a user so that it holds at once, wherever we may die: first the outbox learns that
 * the access is in doubt, then the token store denies it, then comes the change, then the denial gives way to what the
 * database says. If `change` throws, nobody knows whether it was committed: the denial stays until the doubt is resolved.
 */
export const takeAccess = async <T>(
  { users, sessions, unitOfWork, ids }: AccessPorts,
  userId: string,
  takes: TakenAccess,
  change: () => Promise<T>,
): Promise<T> => {
  const denialId = ids.next();
  await unitOfWork.run((tx) => tx.outbox.append([{ kind: 'access-in-doubt', userId, denialId }]));
  await sessions.deny(userId, { id: denialId, takes });
  const result = await change();
  await atOnce(settleAccess(users, sessions, userId, denialId));
  return result;
};
