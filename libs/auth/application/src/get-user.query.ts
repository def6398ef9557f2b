import type { UserReader } from '@job-scope/auth-ports';
import { err, ok, type Failure, type Result } from '@job-scope/kernel';
import { userNotFound } from './failures';
import { toUserView, type UserView } from './user.view';

export type GetUserFailure = Failure<'users.not-found'>;

export class GetUser {
  constructor(private readonly users: UserReader) {}

  async execute(userId: string): Promise<Result<UserView, GetUserFailure>> {
    const user = await this.users.findById(userId);
    return user ? ok(toUserView(user)) : err(userNotFound);
  }
}
