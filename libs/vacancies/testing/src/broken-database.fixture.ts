import type {
  CollectionRepository,
  DeadLetterRepository,
  ScheduleRepository,
  VacancyRepository,
  VacancyTransaction,
} from '@job-scope/vacancies-ports';
import { collectionRunReaderCases } from './collection-run-reader.suite';
import { InMemoryVacancyDatabase } from './in-memory-vacancy-database';
import type { StoredState } from './stored-state';
import { failedCases } from './suite';
import { scheduleReaderCases } from './schedule-reader.suite';
import { vacancyUnitOfWorkCases } from './vacancy-unit-of-work.suite';

/** One thing that a careless store does, put in place of what an honest one does. */
export type Break = (tx: VacancyTransaction, state: StoredState) => Partial<VacancyTransaction>;

/** A copy with some methods replaced; the others stay bound to the original. */
const replaced = <T extends object>(honest: T, changes: Partial<T>): T =>
  new Proxy(honest, {
    get: (target, name) => {
      const value = Reflect.get(name in changes ? changes : target, name);
      return typeof value === 'function' && !(name in changes) ? value.bind(target) : value;
    },
  });

export const vacancies =
  (changes: (honest: VacancyRepository, state: StoredState) => Partial<VacancyRepository>): Break =>
  (tx, state) => ({ vacancies: replaced(tx.vacancies, changes(tx.vacancies, state)) });

export const collections =
  (changes: (honest: CollectionRepository, state: StoredState) => Partial<CollectionRepository>): Break =>
  (tx, state) => ({ collections: replaced(tx.collections, changes(tx.collections, state)) });

export const deadLetters =
  (changes: (honest: DeadLetterRepository, state: StoredState) => Partial<DeadLetterRepository>): Break =>
  (tx, state) => ({ deadLetters: replaced(tx.deadLetters, changes(tx.deadLetters, state)) });

export const schedules =
  (changes: (honest: ScheduleRepository, state: StoredState) => Partial<ScheduleRepository>): Break =>
  (tx, state) => ({ schedules: replaced(tx.schedules, changes(tx.schedules, state)) });

export const forget = async () => {};

export class Broken extends InMemoryVacancyDatabase {
  constructor(private readonly breaking: Break) {
    super();
  }

  protected override open(state: StoredState): VacancyTransaction {
    const honest = super.open(state);
    return { ...honest, ...this.breaking(honest, state) };
  }
}

const harnessOf = (make: () => InMemoryVacancyDatabase) => async () => {
  const database = make();
  const { unitOfWork, runs, outbox } = database;
  return {
    unitOfWork,
    vacancies: database.vacancies,
    hidden: database.hidden,
    history: database.history,
    payloads: database.payloads,
    runs,
    openWork: database.openWork,
    deadLetters: database.deadLetters,
    schedules: database.schedules,
    outbox,
    runEvents: async (id: string) => database.runEvents(id),
  };
};

/** The named case of the suites, if the database fails it. */
export const failures = (make: () => InMemoryVacancyDatabase, title: string) => {
  const named = [...vacancyUnitOfWorkCases, ...collectionRunReaderCases, ...scheduleReaderCases].filter((one) =>
    one.title.startsWith(title),
  );
  expect(named).toHaveLength(1);
  return failedCases(named, harnessOf(make));
};
