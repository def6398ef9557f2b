import { normalisePassword } from '@job-scope/auth-domain';
import type { AuthUnitOfWork, PasswordHasher, SessionStore, UserReader } from '@job-scope/auth-ports';
import { err, type Clock, type Failure, type IdGenerator, type Result } from '@job-scope/kernel';
import { takeAccess } from './access';
import { userGone, wrongPassword, type UserFailureCode } from './failures';
import { removeUser } from './remove-user';
import type { Requester } from './requester';

export interface DeleteOwnAccountInput {
  readonly requester: Requester;
  readonly password: string;
}

export type DeleteOwnAccountFailure = Failure<UserFailureCode | 'auth.wrong-password' | 'auth.user-gone'>;

/** Lets users delete themselves: their password is asked for, as there is no way back. */
export class DeleteOwnAccount {
  constructor(
    private readonly users: UserReader,
    private readonly hasher: PasswordHasher,
    private readonly sessions: SessionStore,
    private readonly unitOfWork: AuthUnitOfWork,
    private readonly ids: IdGenerator,
    private readonly clock: Clock,
  ) {}

  async execute({ requester, password }: DeleteOwnAccountInput): Promise<Result<void, DeleteOwnAccountFailure>> {
    const { users, sessions, unitOfWork, ids, clock } = this;
    const { userId } = requester;
    const user = await users.findById(userId);
    if (!user) return err(userGone);
    if (!(await this.hasher.verify(normalisePassword(password), user.passwordHash))) {
      return err(wrongPassword('/password'));
    }
    return takeAccess({ users, sessions, unitOfWork, ids, clock }, userId, (tx, deny) =>
      removeUser(tx, deny, { requester, userId, expectedRevision: undefined, now: clock.now() }),
    );
  }
}
