import { hasEnded, revokeSession } from '@job-scope/auth-domain';
import type { AuthUnitOfWork, SessionStore } from '@job-scope/auth-ports';
import { err, ok, type Clock, type Failure, type Result } from '@job-scope/kernel';
import type { Requester } from './requester';

export interface EndSessionInput {
  readonly requester: Requester;
  /** Whose session it is: their own, or, for superusers, anybody's. */
  readonly userId: string;
  readonly sessionId: string;
}

export type EndSessionFailure = Failure<'sessions.not-found'>;

/** Ends one session of a user, on whatever device it is. */
export class EndSession {
  constructor(
    private readonly sessions: SessionStore,
    private readonly unitOfWork: AuthUnitOfWork,
    private readonly clock: Clock,
  ) {}

  async execute({ requester, userId, sessionId }: EndSessionInput): Promise<Result<void, EndSessionFailure>> {
    const now = this.clock.now();
    const reason = requester.userId === userId ? 'ended-by-user' : 'ended-by-superuser';
    const change = await this.sessions.change(sessionId, (session) =>
      // To who does not own it, a session is the same as none.
      session.userId === userId && !hasEnded(session, now)
        ? { session: revokeSession(session, reason, now), ended: true }
        : { session, ended: false },
    );
    if (!change?.ended) return err({ code: 'sessions.not-found', detail: 'There is no such session that goes on.' });
    await this.unitOfWork.run((tx) =>
      tx.audit.append({
        at: now,
        action: 'session.revoked',
        actor: { kind: 'user', id: requester.userId },
        subject: { kind: 'session', id: sessionId },
        ...requester.client,
        details: { userId, reason },
      }),
    );
    return ok(undefined);
  }
}
