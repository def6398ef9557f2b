import { USER_LIST, type UserDirectory, type UserListRequest } from '@job-scope/auth-ports';
import { err, ok, type Failure, type Page, type Result } from '@job-scope/kernel';
import { toUserView, type UserView } from './user.view';

export type ListUsersInput = UserListRequest;

export type ListUsersFailure = Failure<'users.cursor-expired'>;

/** The newest users first. */
export class ListUsers {
  constructor(private readonly directory: UserDirectory) {}

  async execute(request: ListUsersInput): Promise<Result<Page<UserView>, ListUsersFailure>> {
    if (request.from && request.from.list !== USER_LIST) {
      const detail = 'The cursor belongs to another list. Start again from the first page.';
      return err({ code: 'users.cursor-expired', detail });
    }
    const { items, ...page } = await this.directory.list(request);
    return ok({ ...page, items: items.map(toUserView) });
  }
}
