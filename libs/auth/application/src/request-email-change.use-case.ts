import { mailWanted, normaliseEmail, normalisePassword, type MailLanguage } from '@job-scope/auth-domain';
import type { AuthUnitOfWork, PasswordHasher, UserReader } from '@job-scope/auth-ports';
import { err, ok, type Clock, type Failure, type Result } from '@job-scope/kernel';
import { invalid, userGone, wrongPassword } from './failures';
import { auditOf, type Requester } from './requester';

export interface RequestEmailChangeInput {
  readonly requester: Requester;
  readonly email: string;
  readonly password: string;
  readonly language: MailLanguage;
}

export type RequestEmailChangeFailure = Failure<'auth.wrong-password' | 'users.invalid' | 'auth.user-gone'>;

/** Has a link sent to another address: when it is confirmed there, it becomes the user's. */
export class RequestEmailChange {
  constructor(
    private readonly users: UserReader,
    private readonly hasher: PasswordHasher,
    private readonly unitOfWork: AuthUnitOfWork,
    private readonly clock: Clock,
  ) {}

  async execute(input: RequestEmailChangeInput): Promise<Result<void, RequestEmailChangeFailure>> {
    const { requester, language } = input;
    const user = await this.users.findById(requester.userId);
    if (!user) return err(userGone);
    const email = normaliseEmail(input.email);
    if (!email.ok) return err(invalid(email.error.fields));
    if (!(await this.hasher.verify(normalisePassword(input.password), user.passwordHash))) {
      return err(wrongPassword('/password'));
    }
    const owner = await this.users.findByEmail(email.value);
    await this.unitOfWork.run(async (tx) => {
      // Whether another has it must not show here: that other is told instead.
      const mail = owner
        ? mailWanted(owner, 'already-registered', language)
        : mailWanted(user, 'confirm-new-email', language, email.value);
      await tx.outbox.append([mail]);
      const at = this.clock.now();
      await tx.audit.append(auditOf(requester, 'email.change-requested', user.id, at, { email: email.value }));
    });
    return ok(undefined);
  }
}
