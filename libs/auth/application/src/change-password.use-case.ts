import {
  changeUser,
  mailWanted,
  normalisePassword,
  sessionsToEnd,
  userChanged,
  type MailLanguage,
} from '@job-scope/auth-domain';
import type { AuthUnitOfWork, CommonPasswords, PasswordHasher, SessionStore, UserReader } from '@job-scope/auth-ports';
import { err, ok, type Clock, type Failure, type Result } from '@job-scope/kernel';
import { atOnce, endSessions, settleAccess } from './access';
import { invalid, userGone, wrongPassword } from './failures';
import { newPasswordFaults } from './new-password';
import { auditOf, type Requester } from './requester';

export interface ChangePasswordInput {
  readonly requester: Requester;
  readonly currentPassword: string;
  readonly newPassword: string;
  readonly language: MailLanguage;
}

export type ChangePasswordFailure = Failure<'auth.wrong-password' | 'users.invalid' | 'auth.user-gone'>;

/** Gives a user another password, and ends all their sessions but the one they ask from. */
export class ChangePassword {
  constructor(
    private readonly users: UserReader,
    private readonly hasher: PasswordHasher,
    private readonly commonPasswords: CommonPasswords,
    private readonly sessions: SessionStore,
    private readonly unitOfWork: AuthUnitOfWork,
    private readonly clock: Clock,
  ) {}

  async execute(input: ChangePasswordInput): Promise<Result<void, ChangePasswordFailure>> {
    const { userId, sessionId } = input.requester;
    const user = await this.users.findById(userId);
    if (!user) return err(userGone);
    if (!(await this.hasher.verify(normalisePassword(input.currentPassword), user.passwordHash))) {
      return err(wrongPassword('/currentPassword'));
    }
    const fields = newPasswordFaults(this.commonPasswords, input.newPassword, user.email, '/newPassword');
    if (fields.length > 0) return err(invalid(fields));

    const passwordHash = await this.hasher.hash(normalisePassword(input.newPassword));
    const ending = await this.unitOfWork.run(async (tx) => {
      const stored = await tx.users.lock(userId);
      // Another password meanwhile means that the one given is not the current one any more.
      if (stored?.passwordHash !== user.passwordHash) return undefined;
      const now = this.clock.now();
      const ending = sessionsToEnd(userId, 'password-changed', now, sessionId);
      const next = changeUser(stored, { passwordHash }, now);
      await tx.users.save(next);
      await tx.outbox.append([userChanged(next), ending, mailWanted(next, 'password-changed', input.language)]);
      await tx.audit.append(auditOf(input.requester, 'password.changed', userId, now));
      return ending;
    });
    if (!ending) return err(wrongPassword('/currentPassword'));
    await atOnce(settleAccess(this.users, this.sessions, userId), endSessions(this.sessions, ending));
    return ok(undefined);
  }
}
