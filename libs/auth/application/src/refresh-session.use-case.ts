import { err, ok, type Clock, type Failure, type Result } from '@job-scope/kernel';
import { revokeSession, rotate, type Rotation, type Session, type SessionLimits } from '@job-scope/auth-domain';
import type {
  AuthUnitOfWork,
  RefreshTokenClaims,
  RefreshTokenReader,
  SessionStore,
  SessionTokenIssuer,
  UserReader,
} from '@job-scope/auth-ports';
import { grantTokens, type GrantedTokens, type RequestClient } from './granted-tokens';

export interface RefreshSessionInput {
  readonly refreshToken: string;
  readonly client: RequestClient;
}

/** One failure for every reason: a thief does not learn whether the copy was found out. */
export type RefreshSessionFailure = Failure<'auth.invalid-refresh-token'>;

/** Trades a refresh token for the next pair of tokens; a token that comes too late ends the whole session. */
export class RefreshSession {
  constructor(
    private readonly tokenReader: RefreshTokenReader,
    private readonly sessions: SessionStore,
    private readonly users: UserReader,
    private readonly tokens: SessionTokenIssuer,
    private readonly unitOfWork: AuthUnitOfWork,
    private readonly clock: Clock,
    private readonly limits: SessionLimits,
  ) {}

  async execute({ refreshToken, client }: RefreshSessionInput): Promise<Result<GrantedTokens, RefreshSessionFailure>> {
    const claims = await this.tokenReader.read(refreshToken);
    const rotation = claims && (await this.present(claims));
    if (rotation && isGranted(rotation)) {
      return ok(grantTokens(await this.tokens.issue(rotation.session), this.clock.now()));
    }
    if (rotation && rotation.outcome !== 'ended') await this.recordRevocation(rotation.session, client);
    return err({ code: 'auth.invalid-refresh-token', detail: 'The session has ended. Log in again.' });
  }

  private async present(claims: RefreshTokenClaims): Promise<Outcome | undefined> {
    const user = await this.users.findById(claims.userId);
    const now = this.clock.now();
    return this.sessions.change<Outcome>(claims.sessionId, (session) => {
      if (user?.active || session.revoked) return rotate(session, claims, now, this.limits);
      return { outcome: 'user-inactive', session: revokeSession(session, 'user-inactive', now) };
    });
  }

  private async recordRevocation({ id, userId, revoked }: Session, client: RequestClient): Promise<void> {
    await this.unitOfWork.run((tx) =>
      tx.audit.append({
        at: this.clock.now(),
        action: 'session.revoked',
        actor: { kind: 'anonymous' },
        subject: { kind: 'session', id },
        ...client,
        details: { userId, ...(revoked && { reason: revoked.reason }) },
      }),
    );
  }
}

type Outcome = Rotation | { readonly outcome: 'user-inactive'; readonly session: Session };

const isGranted = ({ outcome }: Outcome): boolean => ['advanced', 'repeated', 'reissued'].includes(outcome);
