import { ok } from '@job-scope/kernel';
import type { ExportQueue, ExportStore, VacancyExport } from '@job-scope/vacancies-ports';
import { at } from './builders';
import { SequentialIds } from './sequential-ids';

/** Both sides of one store of exports. */
export interface ExportsHarness {
  readonly store: ExportStore;
  readonly queue: ExportQueue;
}

const ids = new SequentialIds('a07');
export const OWNER = '01900000-0000-7000-8000-0000000000aa';
export const OTHER = '01900000-0000-7000-8000-0000000000bb';

export const anExport = (changes: Partial<VacancyExport> = {}): VacancyExport => ({
  ...{ id: ids.next(), ownerId: OWNER, format: 'csv', status: 'requested', next: null, rows: 0, bytes: 0 },
  search: { text: 'повар', sort: 'published', order: 'desc' },
  ...{ total: null, failure: null, failedSteps: 0, requestedAt: at(0), startedAt: null, finishedAt: null },
  ...{ availableAt: at(0), expiresAt: null },
  ...changes,
});

export const keyOf = (key: string, fingerprint = 'f') => ({ key, fingerprint });

export const add = async ({ store }: ExportsHarness, changes: Partial<VacancyExport> = {}) => {
  const fresh = anExport(changes);
  expect(await store.add(fresh, keyOf(fresh.id), 99)).toEqual(ok(fresh));
  return fresh;
};
