/** Who may call a route, as both the gateway and auth-service enforce it. */
export type IdentityAccess = 'open' | 'authenticated' | 'superuser';

export interface IdentityRoute {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** With `:name` for parameters. */
  readonly path: string;
  readonly access: IdentityAccess;
  /** The refresh cookie is used up or ended here; everywhere else it is nobody's business. */
  readonly readsRefreshCookie?: true;
}

/** Where auth-service answers, and the gateway under the same paths. */
export const AUTH_PATHS = {
  register: '/api/v1/auth/register',
  login: '/api/v1/auth/login',
  refresh: '/api/v1/auth/refresh',
  logout: '/api/v1/auth/logout',
  me: '/api/v1/auth/me',
  sessions: '/api/v1/auth/sessions',
  session: '/api/v1/auth/sessions/:sessionId',
  password: '/api/v1/auth/password',
  passwordForgot: '/api/v1/auth/password/forgot',
  passwordReset: '/api/v1/auth/password/reset',
  email: '/api/v1/auth/email',
  emailConfirm: '/api/v1/auth/email/confirm',
  users: '/api/v1/users',
  user: '/api/v1/users/:userId',
  userSessions: '/api/v1/users/:userId/sessions',
  userSession: '/api/v1/users/:userId/sessions/:sessionId',
  jwks: '/.well-known/jwks.json',
} as const;

/** Between services only: the gateway serves the trails of all contexts as one list under a path of its own. */
export const AUTH_AUDIT_PATH = '/internal/v1/audit-events';

const route = (method: IdentityRoute['method'], path: string, access: IdentityAccess): IdentityRoute => ({
  method,
  path,
  access,
});

/** Every public route of auth-service. The gateway passes these on and no other. */
export const IDENTITY_ROUTES: readonly IdentityRoute[] = [
  route('GET', AUTH_PATHS.jwks, 'open'),
  route('POST', AUTH_PATHS.register, 'open'),
  route('POST', AUTH_PATHS.login, 'open'),
  { ...route('POST', AUTH_PATHS.refresh, 'open'), readsRefreshCookie: true },
  { ...route('POST', AUTH_PATHS.logout, 'open'), readsRefreshCookie: true },
  route('POST', AUTH_PATHS.passwordForgot, 'open'),
  route('POST', AUTH_PATHS.passwordReset, 'open'),
  route('POST', AUTH_PATHS.emailConfirm, 'open'),
  route('GET', AUTH_PATHS.me, 'authenticated'),
  route('PATCH', AUTH_PATHS.me, 'authenticated'),
  route('DELETE', AUTH_PATHS.me, 'authenticated'),
  route('GET', AUTH_PATHS.sessions, 'authenticated'),
  route('DELETE', AUTH_PATHS.sessions, 'authenticated'),
  route('DELETE', AUTH_PATHS.session, 'authenticated'),
  route('POST', AUTH_PATHS.password, 'authenticated'),
  route('POST', AUTH_PATHS.email, 'authenticated'),
  route('GET', AUTH_PATHS.users, 'superuser'),
  route('POST', AUTH_PATHS.users, 'superuser'),
  route('GET', AUTH_PATHS.user, 'superuser'),
  route('PATCH', AUTH_PATHS.user, 'superuser'),
  route('DELETE', AUTH_PATHS.user, 'superuser'),
  route('GET', AUTH_PATHS.userSessions, 'superuser'),
  route('DELETE', AUTH_PATHS.userSessions, 'superuser'),
  route('DELETE', AUTH_PATHS.userSession, 'superuser'),
];
