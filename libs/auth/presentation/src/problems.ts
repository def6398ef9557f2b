import type {
  ChangePasswordFailure,
  ChangeProfileFailure,
  ChangeUserFailure,
  ConfirmEmailFailure,
  CreateUserFailure,
  DeleteOwnAccountFailure,
  DeleteUserFailure,
  EndAllSessionsFailure,
  EndSessionFailure,
  GetProfileFailure,
  GetUserFailure,
  ListSessionsFailure,
  ListUsersFailure,
  LogInFailure,
  LogOutFailure,
  RefreshSessionFailure,
  RegisterUserFailure,
  RequestEmailChangeFailure,
  ResetPasswordFailure,
} from '@job-scope/auth-application';

type Failure =
  | ChangePasswordFailure
  | ChangeProfileFailure
  | ChangeUserFailure
  | ConfirmEmailFailure
  | CreateUserFailure
  | DeleteOwnAccountFailure
  | DeleteUserFailure
  | EndAllSessionsFailure
  | EndSessionFailure
  | GetProfileFailure
  | GetUserFailure
  | ListSessionsFailure
  | ListUsersFailure
  | LogInFailure
  | LogOutFailure
  | RefreshSessionFailure
  | RegisterUserFailure
  | RequestEmailChangeFailure
  | ResetPasswordFailure;

/** What each failure of the use cases is over HTTP. The compiler refuses a table that misses one. */
export const STATUSES = {
  'auth.invalid-credentials': 401,
  'auth.invalid-refresh-token': 401,
  'auth.link-invalid': 400,
  'auth.no-session': 401,
  'auth.user-gone': 401,
  'auth.wrong-password': 403,
  'sessions.not-found': 404,
  'users.changed-meanwhile': 412,
  'users.cursor-expired': 400,
  'users.email-taken': 409,
  'users.invalid': 400,
  'users.last-superuser': 409,
  'users.not-found': 404,
} as const satisfies Record<Failure['code'], number>;
