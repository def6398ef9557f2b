import { sessionsToEnd } from '@job-scope/auth-domain';
import type { AuthUnitOfWork, SessionStore, UserReader } from '@job-scope/auth-ports';
import { err, ok, type Clock, type Failure, type Result } from '@job-scope/kernel';
import { atOnce, endSessions } from './access';
import { auditOf, type Requester } from './requester';
import { userNotFound } from './failures';

export interface EndAllSessionsInput {
  readonly requester: Requester;
  /** Whose sessions: their own, or, for superusers, anybody's. */
  readonly userId: string;
}

export type EndAllSessionsFailure = Failure<'users.not-found'>;

/** Logs a user out everywhere, the session that asks included. */
export class EndAllSessions {
  constructor(
    private readonly users: UserReader,
    private readonly sessions: SessionStore,
    private readonly unitOfWork: AuthUnitOfWork,
    private readonly clock: Clock,
  ) {}

  async execute({ requester, userId }: EndAllSessionsInput): Promise<Result<void, EndAllSessionsFailure>> {
    if (!(await this.users.findById(userId))) return err(userNotFound);
    const now = this.clock.now();
    const reason = requester.userId === userId ? 'ended-by-user' : 'ended-by-superuser';
    const ending = sessionsToEnd(userId, reason, now);
    await this.unitOfWork.run(async (tx) => {
      await tx.outbox.append([ending]);
      await tx.audit.append(auditOf(requester, 'sessions.revoked', userId, now, { reason }));
    });
    await atOnce(endSessions(this.sessions, ending));
    return ok(undefined);
  }
}
