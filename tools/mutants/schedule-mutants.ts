import type { Mutant } from './mutant';

const DOMAIN = 'libs/vacancies/domain/src';
const APPLICATION = 'libs/vacancies/application/src';

export const SCHEDULE_MUTANTS: readonly Mutant[] = [
  {
    rule: 'no schedule fires more often than sources put up with',
    file: `${DOMAIN}/schedule-timing.ts`,
    find: 'if (shortest < MIN_INTERVAL_SECONDS * SECOND)',
    replace: 'if (shortest < 0)',
    specs: `${DOMAIN}/schedule-timing.spec.ts`,
  },
  {
    rule: 'the jitter of a time is the same for all schedulers',
    file: `${DOMAIN}/schedule-timing.ts`,
    find: '`${id} ${fireAt.toISOString()}`',
    replace: '`${id} ${Math.random()}`',
    specs: `${DOMAIN}/schedule-timing.spec.ts`,
  },
  {
    rule: 'times of a schedule that come while it is served late are not lost',
    file: `${DOMAIN}/schedule-timing.ts`,
    find: 'now.getTime() - jitterSeconds * SECOND',
    replace: 'now.getTime() + jitterSeconds * SECOND',
    specs: `${APPLICATION}/schedule-policies.spec.ts`,
  },
  {
    rule: 'a time of a schedule that was served is not served again',
    file: `${APPLICATION}/fire-due-schedules.use-case.ts`,
    find: 'if (isFirst && run)',
    replace: 'if (run)',
    specs: `${APPLICATION}/fire-due-schedules`,
  },
  {
    rule: 'one time of a schedule waits at most',
    file: `${APPLICATION}/fire-due-schedules.use-case.ts`,
    find: "    if (schedule.waitingFireAt) return 'skipped-overlap';\n",
    replace: '',
    specs: `${APPLICATION}/schedule-policies.spec.ts`,
  },
  {
    rule: 'a schedule is changed in the revision that was read',
    file: `${APPLICATION}/change-schedule.use-case.ts`,
    find: 'stored.revision !== expectedRevision',
    replace: 'stored.revision < expectedRevision',
    specs: `${APPLICATION}/schedules-administration.spec.ts`,
  },
];
