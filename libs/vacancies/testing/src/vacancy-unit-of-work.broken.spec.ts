import type { CollectionRepository, ScheduleRepository, VacancyTransaction } from '@job-scope/vacancies-ports';
import { collectionRunReaderCases } from './collection-run-reader.suite';
import { InMemoryVacancyDatabase, type StoredState } from './in-memory-vacancy-database';
import { failedCases } from './suite';
import { vacancyUnitOfWorkCases } from './vacancy-unit-of-work.suite';

/** One thing that a careless store does, put in place of what an honest one does. */
type Break = (tx: VacancyTransaction, state: StoredState) => Partial<VacancyTransaction>;

const vacancies =
  (
    store: (honest: VacancyTransaction['vacancies'], state: StoredState) => VacancyTransaction['vacancies']['store'],
  ): Break =>
  (tx, state) => ({ vacancies: { store: store(tx.vacancies, state) } });

/** A copy with some methods replaced; the others stay bound to the original. */
const replaced = <T extends object>(honest: T, changes: Partial<T>): T =>
  new Proxy(honest, {
    get: (target, name) => {
      const value = Reflect.get(name in changes ? changes : target, name);
      return typeof value === 'function' && !(name in changes) ? value.bind(target) : value;
    },
  });

const collections =
  (changes: (honest: CollectionRepository, state: StoredState) => Partial<CollectionRepository>): Break =>
  (tx, state) => ({ collections: replaced(tx.collections, changes(tx.collections, state)) });

const schedules =
  (changes: (honest: ScheduleRepository, state: StoredState) => Partial<ScheduleRepository>): Break =>
  (tx, state) => ({ schedules: replaced(tx.schedules, changes(tx.schedules, state)) });

const forget = async () => {};

class Broken extends InMemoryVacancyDatabase {
  constructor(private readonly breaking: Break) {
    super();
  }

  protected override open(state: StoredState): VacancyTransaction {
    const honest = super.open(state);
    return { ...honest, ...this.breaking(honest, state) };
  }
}

/** Commits what was written before the work threw. */
class KeepsHalf extends InMemoryVacancyDatabase {
  protected override async transact<T>(work: (tx: VacancyTransaction) => Promise<T>): Promise<T> {
    const outcome = await this.change(async (state) => {
      try {
        return { value: await work(this.open(state)) };
      } catch (error) {
        return { error: String(error) };
      }
    });
    if ('error' in outcome) throw new Error(outcome.error);
    return outcome.value;
  }
}

const harnessOf = (make: () => InMemoryVacancyDatabase) => async () => {
  const database = make();
  const { unitOfWork, runs, outbox } = database;
  return {
    unitOfWork,
    vacancies: database.vacancies,
    runs,
    outbox,
    runEvents: async (id: string) => database.runEvents(id),
  };
};

const failures = (make: () => InMemoryVacancyDatabase, title: string) => {
  const named = [...vacancyUnitOfWorkCases, ...collectionRunReaderCases].filter((one) => one.title.startsWith(title));
  expect(named).toHaveLength(1);
  return failedCases(named, harnessOf(make));
};

describe('the suite of VacancyUnitOfWork refuses a store that', () => {
  it('keeps half of what failed', async () => {
    expect(await failures(() => new KeepsHalf(), 'keeps nothing of what was written')).toHaveLength(1);
  });

  it.each<[string, string, Break]>([
    [
      'takes everything for new content',
      'counts an unchanged vacancy',
      vacancies(
        (honest) => (batch, at) =>
          honest.store(
            batch.map((one) => ({ ...one, contentHash: `${Math.random()}` })),
            at,
          ),
      ),
    ],
    [
      'forgets that it was the first to see a vacancy',
      'rewrites a changed vacancy',
      vacancies((honest, state) => async (batch, at) => {
        const result = await honest.store(batch, at);
        for (const [key, row] of state.vacancies) state.vacancies.set(key, { ...row, firstSeenAt: at });
        return result;
      }),
    ],
    [
      'believes a late answer',
      'does not let a late answer',
      vacancies((honest, state) => async (batch, at) => {
        const result = await honest.store(batch, at);
        for (const [key, row] of state.vacancies) state.vacancies.set(key, { ...row, lastSeenAt: at });
        return result;
      }),
    ],
    [
      'lets the last of two equal vacancies win',
      'refuses a batch that holds a vacancy twice',
      vacancies(
        (honest) => (batch, at) =>
          honest.store([...new Map(batch.map((one) => [one.snapshot.sourceId, one])).values()], at),
      ),
    ],
    [
      'closes nothing',
      'closes a vacancy',
      vacancies(
        (honest) => (batch, at) =>
          honest.store(
            batch.map(({ snapshot, ...one }) => ({ ...one, snapshot: { ...snapshot, archived: false } })),
            at,
          ),
      ),
    ],
    ['forgets progress', 'adds the progress of a window', collections(() => ({ advanceWindow: forget }))],
    [
      'numbers the events of all runs together',
      'numbers the events of a run',
      collections((honest, { runEvents }) => ({
        appendEvents: async (id, events, at) => {
          await honest.appendEvents(id, events, at);
          const all = [...runEvents.values()].flat().length;
          const numbered = (runEvents.get(id) ?? []).map((event, index) => ({ ...event, seq: all + index }));
          runEvents.set(id, numbered);
        },
      })),
    ],
    [
      'lets the last one have the key',
      'remembers the first run of a key',
      collections((honest, { idempotencyKeys }) => ({
        rememberIdempotencyKey: async (key, ...rest) => {
          idempotencyKeys.clear();
          return honest.rememberIdempotencyKey(key, ...rest);
        },
      })),
    ],
    [
      'knows no owners',
      'keeps the keys of different owners apart',
      collections((honest) => ({
        rememberIdempotencyKey: ({ key }, ...rest) => honest.rememberIdempotencyKey({ owner: '', key }, ...rest),
      })),
    ],
    ['fires twice', 'lets a time of a schedule be served once', schedules(() => ({ recordFire: async () => true }))],
    [
      'fires what is switched off',
      'finds the schedules that are due',
      schedules((honest, state) => ({
        lockDue: (...request) => {
          for (const [id, schedule] of state.schedules) state.schedules.set(id, { ...schedule, enabled: true });
          return honest.lockDue(...request);
        },
      })),
    ],
    ['never moves a schedule', 'moves a schedule to its next time', schedules(() => ({ setNextFire: forget }))],
    [
      'loses what goes into the outbox',
      'takes batches of any size',
      () => ({ outbox: { append: () => Promise.reject(new Error('full')) } }),
    ],
  ])('%s', async (_name, title, breaking) => {
    expect(await failures(() => new Broken(breaking), title)).toHaveLength(1);
  });
});
