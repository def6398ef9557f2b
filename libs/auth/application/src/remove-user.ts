import { sessionsToEnd, userDeleted } from '@job-scope/auth-domain';
import type { AuthTransaction } from '@job-scope/auth-ports';
import { err, ok, type Failure, type Result } from '@job-scope/kernel';
import type { Deny } from './access';
import { isLastSuperuser, lastSuperuser } from './last-superuser';
import { auditOf, type Requester } from './requester';
import { changedMeanwhile, userNotFound, type UserFailureCode } from './failures';

interface Removal {
  readonly requester: Requester;
  readonly userId: string;
  readonly expectedRevision: number | undefined;
  readonly now: Date;
}

/** Removes a user in the given transaction, unless nobody could administer users afterwards. */
export const removeUser = async (
  tx: AuthTransaction,
  deny: Deny,
  { requester, userId, expectedRevision, now }: Removal,
): Promise<Result<void, Failure<UserFailureCode>>> => {
  const superusers = await tx.users.lockActiveSuperusers();
  const user = await tx.users.lock(userId);
  if (!user) return err(userNotFound);
  if (expectedRevision !== undefined && user.revision !== expectedRevision) return err(changedMeanwhile);
  if (isLastSuperuser(superusers, user, { active: false, superuser: false })) return err(lastSuperuser);
  await deny('all');
  await tx.users.remove(userId);
  await tx.outbox.append([userDeleted(user), sessionsToEnd(userId, 'user-deleted', now)]);
  await tx.audit.append(auditOf(requester, 'user.deleted', userId, now));
  return ok(undefined);
};
