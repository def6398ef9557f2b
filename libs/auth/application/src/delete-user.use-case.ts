import type { AuthUnitOfWork, SessionStore, UserReader } from '@job-scope/auth-ports';
import { err, type Clock, type Failure, type IdGenerator, type Result } from '@job-scope/kernel';
import { takeAccess } from './access';
import { removeUser } from './remove-user';
import type { Requester } from './requester';
import { userNotFound, type UserFailureCode } from './failures';

export interface DeleteUserInput {
  readonly requester: Requester;
  readonly userId: string;
  /** The revision that is to be deleted; undefined deletes whatever is there. */
  readonly expectedRevision: number | undefined;
}

export type DeleteUserFailure = Failure<UserFailureCode>;

/** Lets a superuser delete a user, with all that is kept of them but the audit trail. */
export class DeleteUser {
  constructor(
    private readonly users: UserReader,
    private readonly sessions: SessionStore,
    private readonly unitOfWork: AuthUnitOfWork,
    private readonly ids: IdGenerator,
    private readonly clock: Clock,
  ) {}

  async execute({ requester, userId, expectedRevision }: DeleteUserInput): Promise<Result<void, DeleteUserFailure>> {
    const { users, sessions, unitOfWork, ids, clock } = this;
    if (!(await users.findById(userId))) return err(userNotFound);
    return takeAccess({ users, sessions, unitOfWork, ids, clock }, userId, (tx, deny) =>
      removeUser(tx, deny, { requester, userId, expectedRevision, now: clock.now() }),
    );
  }
}
