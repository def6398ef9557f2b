import {
  accessTaken,
  changeUser,
  normaliseDisplayName,
  userChanged,
  type User,
  type UserChange,
} from '@job-scope/auth-domain';
import type { AuthTransaction, AuthUnitOfWork, SessionStore, UserReader } from '@job-scope/auth-ports';
import { err, ok, type Clock, type Failure, type IdGenerator, type Result } from '@job-scope/kernel';
import { atOnce, settleAccess, takeAccess } from './access';
import { isLastSuperuser, lastSuperuser } from './last-superuser';
import { auditOf, type Requester } from './requester';
import { changedMeanwhile, userNotFound, type UserFailureCode } from './failures';
import { toUserView, type UserView } from './user.view';

export interface ChangeUserInput {
  readonly requester: Requester;
  readonly userId: string;
  /** Only what is named is changed. */
  readonly change: Partial<Pick<User, 'active' | 'superuser' | 'displayName'>>;
  /** The revision that the change was made for; undefined changes whatever is there. */
  readonly expectedRevision: number | undefined;
}

export type ChangeUserFailure = Failure<UserFailureCode | 'users.invalid'>;

/** Lets a superuser change what a user may do. What is taken is gone at once, wherever this may be interrupted. */
export class ChangeUser {
  constructor(
    private readonly users: UserReader,
    private readonly sessions: SessionStore,
    private readonly unitOfWork: AuthUnitOfWork,
    private readonly ids: IdGenerator,
    private readonly clock: Clock,
  ) {}

  async execute(input: ChangeUserInput): Promise<Result<UserView, ChangeUserFailure>> {
    const change = parse(input.change);
    if (!change.ok) return change;
    const user = await this.users.findById(input.userId);
    if (!user) return err(userNotFound);
    const commit = () => this.commit(input, change.value);
    const takes = accessTaken(user, { ...user, ...change.value });
    if (takes) {
      const { users, sessions, unitOfWork, ids } = this;
      return takeAccess({ users, sessions, unitOfWork, ids }, user.id, takes, commit);
    }
    const result = await commit();
    if (result.ok) await atOnce(settleAccess(this.users, this.sessions, user.id));
    return result;
  }

  private commit(input: ChangeUserInput, change: UserChange): Promise<Result<UserView, ChangeUserFailure>> {
    return this.unitOfWork.run(async (tx) => {
      const superusers = await tx.users.lockActiveSuperusers();
      const stored = await tx.users.lock(input.userId);
      if (!stored) return err(userNotFound);
      if (input.expectedRevision !== undefined && stored.revision !== input.expectedRevision) {
        return err(changedMeanwhile);
      }
      const next = changeUser(stored, change, this.clock.now());
      if (next === stored) return ok(toUserView(stored));
      if (isLastSuperuser(superusers, stored, next)) return err(lastSuperuser);
      await this.save(tx, input, change, next);
      return ok(toUserView(next));
    });
  }

  private async save(tx: AuthTransaction, input: ChangeUserInput, change: UserChange, next: User): Promise<void> {
    await tx.users.save(next);
    await tx.outbox.append([userChanged(next)]);
    const details = Object.fromEntries(Object.entries(change).map(([name, value]) => [name, String(value)]));
    await tx.audit.append(auditOf(input.requester, 'user.changed', next.id, next.updatedAt, details));
  }
}

const parse = ({ displayName, ...flags }: ChangeUserInput['change']): Result<UserChange, ChangeUserFailure> => {
  if (displayName === undefined) return ok(flags);
  if (displayName === null) return ok({ ...flags, displayName });
  const name = normaliseDisplayName(displayName);
  return name.ok
    ? ok({ ...flags, displayName: name.value })
    : err({ code: 'users.invalid', fields: name.error.fields });
};
