import { err, ok, type Clock, type Failure, type Result } from '@job-scope/kernel';
import { revokeSession, type Session } from '@job-scope/auth-domain';
import type { AuthUnitOfWork, RefreshTokenReader, SessionStore } from '@job-scope/auth-ports';
import type { RequestClient } from './granted-tokens';

export interface LogOutInput {
  /** Of the access token, if a good one came. */
  readonly sessionId: string | undefined;
  /** Names the session when the access token has expired meanwhile. */
  readonly refreshToken: string | undefined;
  readonly client: RequestClient;
}

export type LogOutFailure = Failure<'auth.no-session'>;

/** Ends one session, on this device only. Ending it again is no failure. */
export class LogOut {
  constructor(
    private readonly tokenReader: RefreshTokenReader,
    private readonly sessions: SessionStore,
    private readonly unitOfWork: AuthUnitOfWork,
    private readonly clock: Clock,
  ) {}

  async execute({ sessionId, refreshToken, client }: LogOutInput): Promise<Result<void, LogOutFailure>> {
    const id = sessionId ?? (await this.sessionNamedBy(refreshToken));
    if (id === undefined) return err({ code: 'auth.no-session', detail: 'The request names no session to end.' });
    const now = this.clock.now();
    const change = await this.sessions.change(id, (before) => ({
      session: revokeSession(before, 'logout', now),
      alreadyRevoked: before.revoked !== null,
    }));
    if (change && !change.alreadyRevoked) await this.recordRevocation(change.session, client, now);
    return ok(undefined);
  }

  private async sessionNamedBy(refreshToken: string | undefined): Promise<string | undefined> {
    return refreshToken === undefined ? undefined : (await this.tokenReader.read(refreshToken))?.sessionId;
  }

  private async recordRevocation({ id, userId }: Session, client: RequestClient, now: Date): Promise<void> {
    await this.unitOfWork.run((tx) =>
      tx.audit.append({
        at: now,
        action: 'session.revoked',
        actor: { kind: 'user', id: userId },
        subject: { kind: 'session', id },
        ...client,
        details: { userId, reason: 'logout' },
      }),
    );
  }
}
