/** Where auth-service answers, and the gateway under the same paths. */
export const AUTH_PATHS = {
  login: '/api/v1/auth/login',
  refresh: '/api/v1/auth/refresh',
  logout: '/api/v1/auth/logout',
  me: '/api/v1/auth/me',
  jwks: '/.well-known/jwks.json',
} as const;
