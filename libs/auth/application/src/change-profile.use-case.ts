import { changeUser, normaliseDisplayName, userChanged } from '@job-scope/auth-domain';
import type { AuthUnitOfWork } from '@job-scope/auth-ports';
import { err, ok, type Clock, type Failure, type Result } from '@job-scope/kernel';
import { invalid, userGone } from './failures';
import { toProfileView, type ProfileView } from './get-profile.query';
import { auditOf, type Requester } from './requester';

export interface ChangeProfileInput {
  readonly requester: Requester;
  /** Null takes the name away. */
  readonly displayName: string | null;
}

export type ChangeProfileFailure = Failure<'users.invalid' | 'auth.user-gone'>;

/** Lets users change what they say of themselves. */
export class ChangeProfile {
  constructor(
    private readonly unitOfWork: AuthUnitOfWork,
    private readonly clock: Clock,
  ) {}

  async execute({ requester, ...input }: ChangeProfileInput): Promise<Result<ProfileView, ChangeProfileFailure>> {
    const name = input.displayName === null ? ok(null) : normaliseDisplayName(input.displayName);
    if (!name.ok) return err(invalid(name.error.fields));
    const now = this.clock.now();
    return this.unitOfWork.run(async (tx) => {
      const user = await tx.users.lock(requester.userId);
      if (!user) return err(userGone);
      const next = changeUser(user, { displayName: name.value }, now);
      if (next === user) return ok(toProfileView(user));
      await tx.users.save(next);
      await tx.outbox.append([userChanged(next)]);
      await tx.audit.append(auditOf(requester, 'user.changed', user.id, now, { changed: 'displayName' }));
      return ok(toProfileView(next));
    });
  }
}
