import { err, ok, type Failure, type Result } from '@job-scope/kernel';
import type { User } from '@job-scope/auth-domain';
import type { UserReader } from '@job-scope/auth-ports';
import { userGone } from './failures';

/** What users may read of themselves. */
export interface ProfileView {
  readonly id: string;
  readonly email: string;
  readonly displayName: string | null;
  readonly superuser: boolean;
  readonly verified: boolean;
  readonly createdAt: Date;
}

export const toProfileView = ({ id, email, displayName, superuser, verified, createdAt }: User): ProfileView => ({
  id,
  email,
  displayName,
  superuser,
  verified,
  createdAt,
});

export type GetProfileFailure = Failure<'auth.user-gone'>;

export class GetProfile {
  constructor(private readonly users: UserReader) {}

  async execute(userId: string): Promise<Result<ProfileView, GetProfileFailure>> {
    const user = await this.users.findById(userId);
    return user ? ok(toProfileView(user)) : err(userGone);
  }
}
