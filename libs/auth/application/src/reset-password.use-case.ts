import {
  changeUser,
  mailLinkState,
  mailWanted,
  normalisePassword,
  sessionsToEnd,
  userChanged,
  type MailLanguage,
} from '@job-scope/auth-domain';
import type {
  AuthUnitOfWork,
  CommonPasswords,
  MailLinkTokens,
  PasswordHasher,
  SessionStore,
  UserReader,
} from '@job-scope/auth-ports';
import { err, ok, type Clock, type Failure, type Result } from '@job-scope/kernel';
import { atOnce, endSessions, settleAccess } from './access';
import { invalid, linkInvalid } from './failures';
import type { RequestClient } from './granted-tokens';
import { newPasswordFaults } from './new-password';
import { anonymousAudit } from './requester';

export interface ResetPasswordInput {
  readonly token: string;
  readonly password: string;
  readonly language: MailLanguage;
  readonly client: RequestClient;
}

export type ResetPasswordFailure = Failure<'auth.link-invalid' | 'users.invalid'>;

/** Sets another password for who can read the user's mail, which also confirms the address, and ends all sessions. */
export class ResetPassword {
  constructor(
    private readonly users: UserReader,
    private readonly links: MailLinkTokens,
    private readonly hasher: PasswordHasher,
    private readonly commonPasswords: CommonPasswords,
    private readonly sessions: SessionStore,
    private readonly unitOfWork: AuthUnitOfWork,
    private readonly clock: Clock,
  ) {}

  async execute(input: ResetPasswordInput): Promise<Result<void, ResetPasswordFailure>> {
    const link = await this.links.read('reset-password', input.token);
    const user = link && (await this.users.findById(link.userId));
    if (!user?.active || !link?.isBoundTo(mailLinkState(user))) return err(linkInvalid);
    const fields = newPasswordFaults(this.commonPasswords, input.password, user.email, '/password');
    if (fields.length > 0) return err(invalid(fields));

    const passwordHash = await this.hasher.hash(normalisePassword(input.password));
    const ending = await this.unitOfWork.run(async (tx) => {
      const stored = await tx.users.lock(user.id);
      if (!stored?.active || !link.isBoundTo(mailLinkState(stored))) return undefined;
      const now = this.clock.now();
      const ending = sessionsToEnd(user.id, 'password-reset', now);
      const next = changeUser(stored, { passwordHash, verified: true }, now);
      await tx.users.save(next);
      await tx.outbox.append([userChanged(next), ending, mailWanted(next, 'password-changed', input.language)]);
      await tx.audit.append(anonymousAudit(input.client, 'password.reset', user.id, now));
      return ending;
    });
    if (!ending) return err(linkInvalid);
    await atOnce(settleAccess(this.users, this.sessions, user.id), endSessions(this.sessions, ending));
    return ok(undefined);
  }
}
