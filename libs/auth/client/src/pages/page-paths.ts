/** Where the pages are; the mails of auth-service lead to the last two. */
export const PAGE_PATHS = {
  home: '/',
  logIn: '/login',
  logOut: '/logout',
  register: '/register',
  forgotPassword: '/password/forgot',
  resetPassword: '/password/reset',
  confirmEmail: '/email/confirm',
} as const;
