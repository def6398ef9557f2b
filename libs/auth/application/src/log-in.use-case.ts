import { err, ok, type Clock, type Failure, type IdGenerator, type Result } from '@job-scope/kernel';
import {
  accessMarkOf,
  changeUser,
  normaliseEmail,
  normalisePassword,
  openSession,
  type SessionLimits,
  type User,
} from '@job-scope/auth-domain';
import type {
  AuthUnitOfWork,
  PasswordHasher,
  SessionStore,
  SessionTokenIssuer,
  UserReader,
} from '@job-scope/auth-ports';
import { grantTokens, type GrantedTokens, type RequestClient } from './granted-tokens';
import { anonymousAudit } from './requester';

export interface LogInInput {
  readonly email: string;
  readonly password: string;
  /** Of the device; null if nothing can be told. */
  readonly deviceName: string | null;
  readonly client: RequestClient;
}

/** One failure for every reason: which of address, password or account is at fault is nobody's business. */
export type LogInFailure = Failure<'auth.invalid-credentials'>;

/** Opens a session for who knows the password of an active user whose address is confirmed. */
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
    const password = normalisePassword(input.password);
    const known = email.ok ? await this.users.findByEmail(email.value) : undefined;
    const proved = await this.hasher.verify(password, known?.passwordHash);
    const granted =
      known?.active && known.verified && proved
        ? await this.open(await this.rehash(known, password), input)
        : undefined;
    if (granted) return ok(granted);
    await this.recordRefusal(known, email.ok ? { email: email.value } : {}, input.client);
    return err({
      code: 'auth.invalid-credentials',
      detail: 'The e-mail address or the password is wrong, or the address is not confirmed yet.',
    });
  }

  /** Undefined if the user has changed since we read them, and perhaps may not log in any more. */
  private async open(user: User, { client, deviceName }: LogInInput): Promise<GrantedTokens | undefined> {
    const now = this.clock.now();
    const given = { id: this.ids.next(), userId: user.id, client: { ...client, name: deviceName } };
    const session = openSession(given, now, this.limits);
    if (!(await this.sessions.open(session, accessMarkOf(user)))) return undefined;
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

  /** Only now is the password known that a hash with today's parameters can be made of. */
  private async rehash(user: User, password: string): Promise<User> {
    if (!this.hasher.isOutdated(user.passwordHash)) return user;
    const passwordHash = await this.hasher.hash(password);
    return this.unitOfWork.run(async (tx) => {
      const stored = await tx.users.lock(user.id);
      if (stored?.revision !== user.revision) return user;
      const rehashed = changeUser(stored, { passwordHash }, this.clock.now());
      await tx.users.save(rehashed);
      return rehashed;
    });
  }

  private async recordRefusal(
    user: User | undefined,
    details: Readonly<Record<string, string>>,
    client: RequestClient,
  ): Promise<void> {
    await this.unitOfWork.run((tx) =>
      tx.audit.append(anonymousAudit(client, 'login.failed', user?.id, this.clock.now(), details)),
    );
  }
}
