import { isActiveSuperuser, type UserAccess } from '@job-scope/auth-domain';
import type { Failure } from '@job-scope/kernel';

export const lastSuperuser: Failure<'users.last-superuser'> = {
  code: 'users.last-superuser',
  detail: 'Nobody else could administer users any more. Make another user a superuser first.',
};

/** Whether the user is one of `superusers`, the only one, and would not be one afterwards. */
export const isLastSuperuser = (
  superusers: readonly string[],
  user: UserAccess & { readonly id: string },
  after: UserAccess,
): boolean => isActiveSuperuser(user) && !isActiveSuperuser(after) && superusers.every((id) => id === user.id);
