import type { Mutant } from './mutant';
import { SCHEDULE_MUTANTS } from './schedule-mutants';
import { VACANCY_MUTANTS } from './vacancy-mutants';

const AUTH = 'libs/auth/domain/src';
const ACCOUNTS = 'libs/auth/application/src';
const CLIENT = 'libs/auth/client/src';
const ACCESS = 'libs/platform/nest/src/access-control';

/** One for each rule that the product stands on. When a rule moves, its mutant says that it no longer fits. */
export const MUTANTS: readonly Mutant[] = [
  ...VACANCY_MUTANTS,
  ...SCHEDULE_MUTANTS,
  {
    rule: 'an old refresh token revokes its session',
    file: `${AUTH}/refresh-rotation.ts`,
    find: 'token.generation === session.generation - 1 &&',
    replace: 'token.generation < session.generation &&',
    specs: `${AUTH}/refresh-rotation.spec.ts`,
  },
  {
    rule: 'a used token is repeated for moments only',
    file: `${AUTH}/refresh-rotation.ts`,
    find: 'REPEAT_WINDOW_MS = 10_000',
    replace: 'REPEAT_WINDOW_MS = 60_000',
    specs: `${AUTH}/refresh-rotation.spec.ts`,
  },
  {
    rule: 'an expired session is over',
    file: `${AUTH}/session.ts`,
    find: 'now >= session.idleExpiresAt',
    replace: 'now > session.absoluteExpiresAt',
    specs: `${AUTH}/refresh-rotation.spec.ts`,
  },
  {
    rule: 'access is denied before the commit that takes it',
    file: `${ACCOUNTS}/access.ts`,
    find: '    await sessions.deny(userId, { id: denialId, takes });\n',
    replace: '',
    specs: `${ACCOUNTS}/access-crash.spec.ts`,
  },
  {
    rule: 'a denial is lifted, and by its own id',
    file: `${ACCOUNTS}/access.ts`,
    find: 'sessions.setAccess(userId, user ? accessMarkOf(user) : GONE, liftedDenial)',
    replace: 'sessions.setAccess(userId, user ? accessMarkOf(user) : GONE)',
    specs: `${ACCOUNTS}/access-crash.spec.ts`,
  },
  {
    rule: 'a log-in looks at the user again before it gives tokens',
    file: `${ACCOUNTS}/log-in.use-case.ts`,
    find: '?.revision !== revision',
    replace: '=== undefined',
    specs: `${ACCOUNTS}/log-in.spec.ts`,
  },
  {
    rule: 'one superuser stays',
    file: `${ACCOUNTS}/last-superuser.ts`,
    find: ' && superusers.every((id) => id === user.id)',
    replace: ' && superusers.length === 0',
    specs: `${ACCOUNTS}/users-administration.spec.ts`,
  },
  {
    rule: 'a link in a mail is good once',
    file: `${ACCOUNTS}/reset-password.use-case.ts`,
    find: 'if (!stored?.active || !link.isBoundTo(mailLinkState(stored)))',
    replace: 'if (!stored?.active)',
    specs: `${ACCOUNTS}/passwords.spec.ts`,
  },
  {
    rule: 'the session that changes the password goes on',
    file: `${ACCOUNTS}/change-password.use-case.ts`,
    find: "'password-changed', now, sessionId)",
    replace: "'password-changed', now)",
    specs: `${ACCOUNTS}/passwords.spec.ts`,
  },
  {
    rule: 'only who knows the password of an account confirms its address',
    file: `${ACCOUNTS}/confirm-email.use-case.ts`,
    find: 'if (!(await this.hasher.verify(',
    replace: 'if (false && !(await this.hasher.verify(',
    specs: `${ACCOUNTS}/registration-and-confirmation.spec.ts`,
  },
  {
    rule: 'a protected zone has no gaps',
    file: `${ACCESS}/access-zone.ts`,
    find: '[prefix, `${prefix}/*`]',
    replace: '[prefix]',
    specs: `${ACCESS}/access-control.spec.ts`,
  },
  {
    rule: 'requests with one expired cookie make one rotation',
    file: `${CLIENT}/session-renewer.ts`,
    find: 'if (known) return known;',
    replace: '',
    specs: `${CLIENT}/session-renewer.spec.ts`,
  },
  {
    rule: 'a form proves that it is of our own page',
    file: `${CLIENT}/refuse-cross-site.ts`,
    find: 'origin !== undefined && isOurs',
    replace: 'origin === undefined || isOurs',
    specs: `${CLIENT}/refuse-cross-site.spec.ts`,
  },
  {
    rule: 'after logging in nobody is led to another site',
    file: `${CLIENT}/pages/local-path.ts`,
    find: " && !pathname.startsWith('//')",
    replace: '',
    specs: `${CLIENT}/pages/local-path.spec.ts`,
  },
];
