import {
  changeUser,
  mailLinkState,
  mailWanted,
  normalisePassword,
  userChanged,
  type MailLanguage,
  type User,
} from '@job-scope/auth-domain';
import type { AuthUnitOfWork, MailLinkTokens, PasswordHasher, ReadMailLink, UserReader } from '@job-scope/auth-ports';
import { err, ok, type Clock, type Failure, type Result } from '@job-scope/kernel';
import { linkInvalid, wrongPassword } from './failures';
import type { RequestClient } from './granted-tokens';
import { anonymousAudit } from './requester';

export interface ConfirmEmailInput {
  readonly token: string;
  /** Of the account: otherwise people could be made to confirm an account that somebody else has opened on them. */
  readonly password: string;
  readonly language: MailLanguage;
  readonly client: RequestClient;
}

export type ConfirmEmailFailure = Failure<'auth.link-invalid' | 'auth.wrong-password'>;

/** Proves that an address belongs to a user: their first one, or the one they want instead. */
export class ConfirmEmail {
  constructor(
    private readonly users: UserReader,
    private readonly links: MailLinkTokens,
    private readonly hasher: PasswordHasher,
    private readonly unitOfWork: AuthUnitOfWork,
    private readonly clock: Clock,
  ) {}

  async execute(input: ConfirmEmailInput): Promise<Result<void, ConfirmEmailFailure>> {
    const link = await this.links.read('confirm-email', input.token);
    const user = link && (await this.users.findById(link.userId));
    if (!link || !user?.active || !link.isBoundTo(mailLinkState(user))) return err(linkInvalid);
    if (!(await this.hasher.verify(normalisePassword(input.password), user.passwordHash))) {
      return err(wrongPassword('/password'));
    }
    return (await this.confirm(user, link, input)) ? ok(undefined) : err(linkInvalid);
  }

  private confirm({ id }: User, link: ReadMailLink, { language, client }: ConfirmEmailInput): Promise<boolean> {
    const now = this.clock.now();
    return this.unitOfWork.run(async (tx) => {
      const stored = await tx.users.lock(id);
      if (!stored?.active || !link.isBoundTo(mailLinkState(stored))) return false;
      const next = changeUser(stored, { email: link.email, verified: true }, now);
      if (!(await tx.users.save(next))) return false;
      const isMove = stored.email !== next.email;
      const notice = isMove ? [mailWanted(stored, 'email-changed', language)] : [];
      await tx.outbox.append([userChanged(next), ...notice]);
      const details = { email: next.email, ...(isMove && { before: stored.email }) };
      await tx.audit.append(anonymousAudit(client, 'email.confirmed', id, now, details));
      return true;
    });
  }
}
