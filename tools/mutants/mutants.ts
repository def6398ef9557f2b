/** A small, wrong change of one rule, and the tests that must notice it. */
export interface Mutant {
  readonly rule: string;
  readonly file: string;
  /** Must occur in the file exactly once. */
  readonly find: string;
  readonly replace: string;
  /** Path, or the beginning of one, of the specs that must turn red. */
  readonly specs: string;
}

const VACANCIES = 'libs/vacancies/domain/src';
const COLLECTING = 'libs/vacancies/application/src';
const AUTH = 'libs/auth/domain/src';
const ACCOUNTS = 'libs/auth/application/src';
const CLIENT = 'libs/auth/client/src';
const ACCESS = 'libs/platform/nest/src/access-control';

/** One for each rule that the product stands on. When a rule moves, its mutant says that it no longer fits. */
export const MUTANTS: readonly Mutant[] = [
  {
    rule: 'a closed vacancy is a changed vacancy',
    file: `${VACANCIES}/vacancy.ts`,
    find: '    snapshot.archived,\n',
    replace: '',
    specs: `${VACANCIES}/vacancy.spec.ts`,
  },
  {
    rule: 'a run that missed something is not complete',
    file: `${VACANCIES}/collection-run.ts`,
    find: 'counts.fetched < found',
    replace: 'counts.fetched < found - 1',
    specs: `${VACANCIES}/collection-run.spec.ts`,
  },
  {
    rule: 'an absent bound is no zero',
    file: `${VACANCIES}/salary.ts`,
    find: 'fromMinor === null && toMinor === null',
    replace: 'fromMinor === null || toMinor === null',
    specs: `${VACANCIES}/salary.spec.ts`,
  },
  {
    rule: 'what is not said to be before tax is an estimate',
    file: `${VACANCIES}/monthly-salary.ts`,
    find: 'gross !== true',
    replace: 'gross === false',
    specs: `${VACANCIES}/monthly-salary.spec.ts`,
  },
  {
    rule: 'a project is paid by no month',
    file: `${VACANCIES}/monthly-salary.ts`,
    find: '  project: null,',
    replace: '  project: 1,',
    specs: `${VACANCIES}/monthly-salary.spec.ts`,
  },
  {
    rule: 'anonymous employers are no duplicates of each other',
    file: `${VACANCIES}/duplicate-key.ts`,
    find: ' || employer.id === null',
    replace: '',
    specs: `${VACANCIES}/duplicate-key.spec.ts`,
  },
  {
    rule: 'an open vacancy stands for closed duplicates',
    file: `${VACANCIES}/duplicate-key.ts`,
    find: "Number(a.state !== 'active') - Number(b.state !== 'active') ||",
    replace: '',
    specs: `${VACANCIES}/duplicate-key.spec.ts`,
  },
  {
    rule: 'a description that became known has not changed',
    file: `${VACANCIES}/vacancy-change.ts`,
    find: 'if (!before || !after) return null;',
    replace: 'if (!after) return null;',
    specs: `${VACANCIES}/vacancy-change.spec.ts`,
  },
  {
    rule: 'what was read anew is announced',
    file: `${COLLECTING}/remap-vacancies.use-case.ts`,
    find: 'written.map(',
    replace: 'written.slice(1).map(',
    specs: `${COLLECTING}/remap-vacancies`,
  },
  {
    rule: 'unknown parts of a query are refused',
    file: `${VACANCIES}/collection-query.ts`,
    find: '!KNOWN.has(key)',
    replace: 'KNOWN.size === 0',
    specs: `${VACANCIES}/collection-query.spec.ts`,
  },
  {
    rule: 'a page is stored with the place of the next one',
    file: `${COLLECTING}/collect-window.use-case.ts`,
    find: 'cursor: page.next,',
    replace: 'cursor: window.cursor,',
    specs: `${COLLECTING}/collect-window`,
  },
  {
    rule: 'what was stored is announced',
    file: `${COLLECTING}/collect-window.use-case.ts`,
    find: 'result.written.map(',
    replace: 'result.written.slice(1).map(',
    specs: `${COLLECTING}/collect-window`,
  },
  {
    rule: 'two workers on one window do not both store',
    file: `${COLLECTING}/collect-window.use-case.ts`,
    find: ' || window.cursor !== cursor',
    replace: '',
    specs: `${COLLECTING}/collect-window`,
  },
  {
    rule: 'a refused source ends as blocked, not as failed',
    file: `${COLLECTING}/collect-window.use-case.ts`,
    find: "return 'blocked';",
    replace: "return 'failed';",
    specs: `${COLLECTING}/collect-window`,
  },
  {
    rule: 'a vacancy that the index refuses is not delivered',
    file: `${COLLECTING}/relay-outbox.use-case.ts`,
    find: 'refused.get(event.vacancyId)',
    replace: 'undefined',
    specs: `${COLLECTING}/relay-outbox`,
  },
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
