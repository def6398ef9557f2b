import type { Mutant } from './mutant';

const VACANCIES = 'libs/vacancies/domain/src';
const COLLECTING = 'libs/vacancies/application/src';

/** Rules of collecting, storing and comparing vacancies. */
export const VACANCY_MUTANTS: readonly Mutant[] = [
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
];
