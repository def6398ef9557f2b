import { err, ok, type Clock, type Failure, type IdGenerator, type Result } from '@job-scope/kernel';
import { normaliseEmail, normalisePassword, openSession, type SessionLimits, type User } from '@job-scope/auth-domain';
import type {
  AuthUnitOfWork,
  PasswordHasher,
  SessionStore,
  SessionTokenIssuer,
  UserReader,
} from '@job-scope/auth-ports';
import { grantTokens, type GrantedTokens, type RequestClient } from './granted-tokens';

export interface LogInInput {
  readonly email: string;
  readonly password: string;
  readonly client: RequestClient;
}

/** One failure for every reason: which of address, password or account is at fault is nobody's business. */
export type LogInFailure = Failure<'auth.invalid-credentials'>;

/** Opens a session for who knows the password of an active user. */
export class LogIn {
  constructor(
    private readonly users: UserReader,
    private readonly hasher: PasswordHasher,
    private readonly sessions: SessionStore,
    private readonly tokens: SessionTokenIssuer,
    private readonly unitOfWork: AuthUnitOfWork,
    private readonly ids: IdGenerator,
    private readonly clock: Clock,
    private readonly limits: SessionLimits,
  ) {}

  async execute(input: LogInInput): Promise<Result<GrantedTokens, LogInFailure>> {
    const email = normaliseEmail(input.email);
    const user = email.ok ? await this.users.findByEmail(email.value) : undefined;
    const proved = await this.hasher.verify(normalisePassword(input.password), user?.passwordHash);
    if (!user?.active || !proved) {
      await this.recordRefusal(user, email.ok ? { email: email.value } : {}, input.client);
      return err({ code: 'auth.invalid-credentials', detail: 'The e-mail address or the password is wrong.' });
    }
    return ok(await this.open(user, input.client));
  }

  private async open(user: User, client: RequestClient): Promise<GrantedTokens> {
    const now = this.clock.now();
    const session = openSession({ id: this.ids.next(), userId: user.id, client }, now, this.limits);
    await this.sessions.open(session, user);
    const tokens = await this.tokens.issue(session);
    await this.unitOfWork.run((tx) =>
      tx.audit.append({
        at: now,
        action: 'login.succeeded',
        actor: { kind: 'user', id: user.id },
        subject: { kind: 'session', id: session.id },
        ...client,
        details: {},
      }),
    );
    return grantTokens(tokens, now);
  }

  private async recordRefusal(
    user: User | undefined,
    details: Readonly<Record<string, string>>,
    client: RequestClient,
  ): Promise<void> {
    await this.unitOfWork.run((tx) =>
      tx.audit.append({
        at: this.clock.now(),
        action: 'login.failed',
        actor: { kind: 'anonymous' },
        subject: user ? { kind: 'user', id: user.id } : null,
        ...client,
        details,
      }),
    );
  }
}
