import type {
  GetProfileFailure,
  LogInFailure,
  LogOutFailure,
  RefreshSessionFailure,
} from '@job-scope/auth-application';

type Failure = GetProfileFailure | LogInFailure | LogOutFailure | RefreshSessionFailure;

/** What each failure of the use cases is over HTTP. The compiler refuses a table that misses one. */
export const STATUSES = {
  'auth.invalid-credentials': 401,
  'auth.invalid-refresh-token': 401,
  'auth.no-session': 401,
  'auth.user-gone': 401,
} as const satisfies Record<Failure['code'], number>;
