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
import { takeAccess, type Deny } from './access';
import { isLastSuperuser, lastSuperuser } from './last-superuser';
import { auditOf, type Requester } from './requester';
import { changedMeanwhile, invalid, type UserFailureCode, userNotFound } from './failures';
import { toUserView, type UserView } from './user.view';

export interface ChangeUserInput {
  readonly requester: Requester;
  readonly userId: string;
  /** Only what is named is changed; what is undefined stays. */
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
    const { users, sessions, unitOfWork, ids, clock } = this;
    if (!(await users.findById(input.userId))) return err(userNotFound);
    // Whether anything is taken is known only once the user is locked.
    return takeAccess({ users, sessions, unitOfWork, ids, clock }, input.userId, (tx, deny) =>
      this.change(tx, deny, input, change.value),
    );
  }

  private async change(
    tx: AuthTransaction,
    deny: Deny,
    { requester, userId, expectedRevision }: ChangeUserInput,
    change: UserChange,
  ): Promise<Result<UserView, ChangeUserFailure>> {
    const superusers = await tx.users.lockActiveSuperusers();
    const stored = await tx.users.lock(userId);
    if (!stored) return err(userNotFound);
    if (expectedRevision !== undefined && stored.revision !== expectedRevision) return err(changedMeanwhile);
    const next = changeUser(stored, change, this.clock.now());
    if (next === stored) return ok(toUserView(stored));
    if (isLastSuperuser(superusers, stored, next)) return err(lastSuperuser);
    const takes = accessTaken(stored, next);
    if (takes) await deny(takes);
    await tx.users.save(next);
    await tx.outbox.append([userChanged(next)]);
    await tx.audit.append(auditOf(requester, 'user.changed', userId, next.updatedAt, changesBetween(stored, next)));
    return ok(toUserView(next));
  }
}

const changesBetween = (before: User, after: User): Readonly<Record<string, string>> =>
  Object.fromEntries(
    (['active', 'superuser', 'displayName'] as const)
      .filter((name) => before[name] !== after[name])
      .map((name) => [name, String(after[name])]),
  );

const parse = ({
  active,
  superuser,
  displayName,
}: ChangeUserInput['change']): Result<UserChange, ChangeUserFailure> => {
  const name = typeof displayName === 'string' ? normaliseDisplayName(displayName) : ok(displayName);
  return name.ok ? ok({ active, superuser, displayName: name.value }) : err(invalid(name.error.fields));
};
