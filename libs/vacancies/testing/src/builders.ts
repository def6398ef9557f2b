import {
  detailsContentOf,
  EVERYTHING,
  NO_COUNTS,
  type CollectionRun,
  type CollectionWindow,
  type FreshDeadLetter,
  type Schedule,
  type VacancyDetails,
  type VacancySnapshot,
  type VacancyState,
} from '@job-scope/vacancies-domain';
import type { VacancyAmendment, VacancyToStore } from '@job-scope/vacancies-ports';
import { aSnapshot } from './a-snapshot';
import { SequentialIds } from './sequential-ids';

const runIds = new SequentialIds('a01');
const windowIds = new SequentialIds('a02');
const scheduleIds = new SequentialIds('a03');

/** Noon of a day in March 2026 plus so many seconds. */
export const at = (seconds: number): Date => new Date(Date.UTC(2026, 2, 1, 12, 0, seconds));

/** A vacancy to store; `content` stands for its digest, so that equal ones are unchanged. */
export const aVacancyToStore = (
  sourceId: string,
  content: string,
  changes: Partial<VacancySnapshot> = {},
  derived: Partial<Pick<VacancyToStore, 'duplicateKey' | 'monthlySalary'>> = {},
): VacancyToStore => {
  const snapshot = aSnapshot({ sourceId, ...changes });
  const { details } = snapshot;
  const detailsHash = details && detailsContentOf(details);
  return { snapshot, contentHash: content, detailsHash, duplicateKey: null, monthlySalary: null, ...derived };
};

/** Details with this text for a description. */
export const someDetails = (text: string, changes: Partial<VacancyDetails> = {}): VacancyDetails => ({
  description: { html: `<p>${text}</p>`, text },
  keySkills: ['SQL'],
  createdAt: at(0),
  ...changes,
});

/** What was learned of the vacancy by asking for it alone; `text` is its description. */
export const anAmendment = (id: string, state: VacancyState, text?: string): VacancyAmendment => {
  const details = text === undefined ? null : someDetails(text);
  return { id, state, details: details && { details, hash: detailsContentOf(details), raw: { description: text } } };
};

/** A run that was just asked for. */
export const aRun = (changes: Partial<CollectionRun> = {}): CollectionRun => ({
  id: runIds.next(),
  source: 'headhunter',
  query: {},
  mode: 'full',
  maxRequests: null,
  status: 'requested',
  outcome: null,
  reason: null,
  requestedBy: { kind: 'user', userId: '01900000-0000-7000-8000-0000000000aa' },
  requestedAt: at(0),
  startedAt: null,
  finishedAt: null,
  found: null,
  counts: NO_COUNTS,
  ...changes,
});

/** A window that nobody has begun. */
export const aWindow = (changes: Partial<CollectionWindow> & Pick<CollectionWindow, 'runId'>): CollectionWindow => ({
  id: windowIds.next(),
  parentId: null,
  task: 'list',
  slice: EVERYTHING,
  state: 'planned',
  cursor: null,
  found: null,
  lastFound: null,
  shown: [],
  counts: NO_COUNTS,
  ...changes,
});

/** Why the work was given up of which `changes` tells; by default the planning of the run. */
export const aDeadLetter = (changes: Partial<FreshDeadLetter> & Pick<FreshDeadLetter, 'runId'>): FreshDeadLetter => ({
  source: 'headhunter',
  windowId: null,
  reason: 'job.failed',
  detail: 'a bug',
  attempts: 8,
  failedAt: at(0),
  ...changes,
});

/** A schedule that is due at `at(0)`. */
export const aSchedule = (changes: Partial<Schedule> = {}): Schedule => {
  const id = scheduleIds.next();
  return {
    id,
    name: `schedule ${id}`,
    source: 'headhunter',
    query: {},
    mode: 'full',
    maxRequests: null,
    description: null,
    cron: '0 */6 * * *',
    timeZone: 'Europe/Moscow',
    jitterSeconds: 0,
    overlap: 'skip',
    misfire: 'fire-once',
    misfireToleranceSeconds: 300,
    paused: false,
    nextFireAt: at(0),
    dueAt: changes.nextFireAt ?? at(0),
    waitingFireAt: null,
    revision: 1,
    createdAt: at(0),
    updatedAt: at(0),
    lastFire: null,
    ...changes,
  };
};
