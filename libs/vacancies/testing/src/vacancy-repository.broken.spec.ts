import type { StoreResult, VacancyRepository, VacancyToStore } from '@job-scope/vacancies-ports';
import { Broken, failures, vacancies, type Break } from './broken-database.fixture';
import type { StoredState, StoredVacancyRow } from './stored-state';

/** Stores something else than it was given. */
const storing = (
  alter: (batch: readonly VacancyToStore[], state: StoredState) => readonly VacancyToStore[],
  after: (row: StoredVacancyRow, at: Date, before?: StoredVacancyRow) => Partial<StoredVacancyRow> = () => ({}),
): Break =>
  vacancies((honest, state) => ({
    store: async (batch, at): Promise<StoreResult> => {
      const before = new Map(state.vacancies);
      const result = await honest.store(alter(batch, state), at);
      for (const [key, row] of state.vacancies) {
        state.vacancies.set(key, { ...row, ...after(row, at, before.get(key)) });
      }
      return result;
    },
  }));

const asItIs = (batch: readonly VacancyToStore[]) => batch;

/** Forgets what the method of the repository has put into the history, or anything else of the state. */
const afterwards = (method: 'store' | 'amend' | 'rewrite', spoil: (state: StoredState) => void): Break =>
  vacancies((honest, state) => {
    const spoiled = async (...request: readonly never[]) => {
      const result = await (honest[method] as (...all: readonly never[]) => Promise<unknown>)(...request);
      spoil(state);
      return result;
    };
    return { [method]: spoiled } as Partial<VacancyRepository>;
  });

describe('the suite of VacancyUnitOfWork refuses a store of vacancies that', () => {
  it.each<[string, string, Break]>([
    [
      'takes everything for new content',
      'V-16: counts an unchanged vacancy',
      storing((batch) => batch.map((one) => ({ ...one, contentHash: `${Math.random()}` }))),
    ],
    [
      'forgets that it was the first to see a vacancy',
      'V-15: rewrites a changed vacancy',
      storing(asItIs, (_row, at) => ({ firstSeenAt: at })),
    ],
    [
      'never says when a vacancy changed',
      'V-15: rewrites a changed vacancy',
      storing(asItIs, ({ changedAt }, _at, before) => ({ changedAt: before?.changedAt ?? changedAt })),
    ],
    ['believes a late answer', 'does not let a late answer', storing(asItIs, (_row, at) => ({ lastSeenAt: at }))],
    [
      'lets the last of two equal vacancies win',
      'V-3: refuses a batch that holds a vacancy twice',
      storing((batch) => [...new Map(batch.map((one) => [one.snapshot.sourceId, one])).values()]),
    ],
    [
      'closes nothing',
      'closes a vacancy',
      storing((batch) => batch.map(({ snapshot, ...one }) => ({ ...one, snapshot: { ...snapshot, archived: false } }))),
    ],
    [
      'loses the lower bound of salaries',
      'V-1: gives a new vacancy back',
      storing(asItIs, ({ salary }) => ({ salary: salary && { ...salary, fromMinor: null } })),
    ],
    [
      'forgets the details that a source does not repeat',
      'keeps the details that it knows',
      storing((batch, { vacancies: rows }) => {
        for (const [key, row] of rows) rows.set(key, { ...row, details: null, detailsHash: null });
        return batch;
      }),
    ],
    ['remembers no change', 'V-16: remembers what readers', afterwards('store', ({ changes }) => changes.clear())],
    ['remembers no end', 'remembers that a vacancy was gone', afterwards('amend', ({ changes }) => changes.clear())],
    [
      'takes a payload that was read anew for a change',
      'rewrites what was misread',
      vacancies((honest) => ({
        rewrite: async (batch) => (await honest.store(batch, new Date())).written,
      })),
    ],
    [
      'lets an old payload overwrite a new one',
      'leaves a vacancy alone that was written since',
      vacancies((honest) => ({
        rewrite: (batch) => honest.rewrite(batch.map((one) => ({ ...one, revision: 2 }))),
      })),
    ],
    [
      'has seen what is gone',
      'says of a vacancy that is gone',
      vacancies((honest, { vacancies: rows }) => ({
        amend: async (batch, at) => {
          const written = await honest.amend(batch, at);
          for (const [key, row] of rows) rows.set(key, { ...row, lastSeenAt: at });
          return written;
        },
      })),
    ],
    [
      'takes all vacancies for duplicates',
      'shows a vacancy with all that share its key',
      storing((batch) => batch.map((one) => ({ ...one, duplicateKey: 'same' }))),
    ],
  ])('%s', async (_name, title, breaking) => {
    expect(await failures(() => new Broken(breaking), title)).toHaveLength(1);
  });
});
