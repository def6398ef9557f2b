import { err, ok, type Clock, type Failure, type IdGenerator, type Result } from '@job-scope/kernel';
import {
  accessMarkOf,
  changeUser,
  normaliseEmail,
  normalisePassword,
  openSession,
  revokeSession,
  type Session,
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
    const address = email.ok ? email.value : undefined;
    let attempt = await this.attempt(address, input);
    // Whatever changed in this very moment, they may still be right: it is looked at once more, hash and all.
    if (attempt.outcome === 'overtaken') attempt = await this.attempt(address, input);
    if (attempt.outcome === 'granted') return ok(attempt.tokens);
    await this.recordRefusal(attempt.user, address === undefined ? {} : { email: address }, input.client);
    return err({
      code: 'auth.invalid-credentials',
      detail: 'The e-mail address or the password is wrong, or the address is not confirmed yet.',
    });
  }

  private async attempt(address: string | undefined, input: LogInInput): Promise<Attempt> {
    const password = normalisePassword(input.password);
    const user = address === undefined ? undefined : await this.users.findByEmail(address);
    const proved = await this.hasher.verify(password, user?.passwordHash);
    if (!user?.active || !user.verified || !proved) return { outcome: 'refused', user };
    const tokens = await this.open(await this.rehash(user, password), input);
    return tokens ? { outcome: 'granted', tokens } : { outcome: 'overtaken', user };
  }

  /** Undefined if the user has changed since we read them, and perhaps may not log in any more. */
  private async open(user: User, { client, deviceName }: LogInInput): Promise<GrantedTokens | undefined> {
    const now = this.clock.now();
    const given = { id: this.ids.next(), userId: user.id, client: { ...client, name: deviceName } };
    const session = openSession(given, now, this.limits);
    if (!(await this.sessions.open(session, accessMarkOf(user)))) return undefined;
    if (await this.record(user, session)) return grantTokens(await this.tokens.issue(session), now);
    await this.sessions.change(session.id, (opened) => ({ session: revokeSession(opened, 'login-overtaken', now) }));
    return undefined;
  }

  /**
   * False if the user has changed. Whoever changes them later must wait for this, and then finds the session among those
   * that are to end.
   */
  private record({ id, revision }: User, { id: sessionId, client, createdAt }: Session): Promise<boolean> {
    return this.unitOfWork.run(async (tx) => {
      if ((await tx.users.lock(id))?.revision !== revision) return false;
      await tx.audit.append({
        at: createdAt,
        action: 'login.succeeded',
        actor: { kind: 'user', id },
        subject: { kind: 'session', id: sessionId },
        ip: client.ip,
        userAgent: client.userAgent,
        details: {},
      });
      return true;
    });
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

type Attempt =
  | { readonly outcome: 'granted'; readonly tokens: GrantedTokens }
  | { readonly outcome: 'refused' | 'overtaken'; readonly user: User | undefined };
