import { err, ok, type Failure, type Result } from '@job-scope/kernel';
import type { UserReader } from '@job-scope/auth-ports';

/** What users may read of themselves. */
export interface ProfileView {
  readonly id: string;
  readonly email: string;
  readonly superuser: boolean;
  readonly verified: boolean;
  readonly createdAt: Date;
}

export type GetProfileFailure = Failure<'auth.user-gone'>;

export class GetProfile {
  constructor(private readonly users: UserReader) {}

  async execute(userId: string): Promise<Result<ProfileView, GetProfileFailure>> {
    const user = await this.users.findById(userId);
    if (!user) return err({ code: 'auth.user-gone', detail: 'The user does not exist any more.' });
    const { id, email, superuser, verified, createdAt } = user;
    return ok({ id, email, superuser, verified, createdAt });
  }
}
