import { aVacancyToStore } from '@job-scope/vacancies-testing';
import fc from 'fast-check';
import { testStore } from './postgres-store.fixture';

const store = testStore();
const DAY = new Date('2026-03-01T00:00:00Z');
const NEXT_DAY = new Date('2026-03-02T00:00:00Z');

beforeEach(() => store.clear());

const storeBatch = (batch: readonly ReturnType<typeof aVacancyToStore>[], seenAt = DAY) =>
  store.unitOfWork.run((tx) => tx.vacancies.store(batch, seenAt));

const batchOf = (size: number, content = 'same') =>
  Array.from({ length: size }, (_, index) => aVacancyToStore(`${index}`, content));

/** Where each row lies, and which transactions have written or locked it: equal ones were not touched. */
const physicalRows = () =>
  store.dataSource.query('SELECT source_id, ctid, xmin, xmax FROM vacancies.vacancies ORDER BY source_id');

it('writes and locks no vacancy row when nothing has changed (V-16)', async () => {
  await storeBatch(batchOf(200));
  const before = await physicalRows();
  await storeBatch(batchOf(200), NEXT_DAY);
  expect(await physicalRows()).toEqual(before);
  const [seen] = await store.dataSource.query(
    'SELECT count(*)::int, min(last_seen_at) FROM vacancies.vacancy_sightings',
  );
  expect(seen).toEqual({ count: 200, min: NEXT_DAY });
});

it('rewrites the changed rows of a batch only', async () => {
  await storeBatch(batchOf(3));
  const before = await physicalRows();
  await storeBatch([aVacancyToStore('0', 'same'), aVacancyToStore('1', 'other'), aVacancyToStore('2', 'same')]);
  const after = await physicalRows();
  expect([after[0], after[2]]).toEqual([before[0], before[2]]);
  expect(after[1]).not.toEqual(before[1]);
});

it('never deadlocks, however batches overlap and whatever their order', async () => {
  const ids = fc.uniqueArray(fc.nat(30), { minLength: 5, maxLength: 30 });
  const batches = fc.array(fc.record({ ids, content: fc.constantFrom('a', 'b') }), { minLength: 4, maxLength: 4 });
  const property = fc.asyncProperty(batches, async (several) => {
    const transactions = several.map(({ ids: chosen, content }) =>
      storeBatch(chosen.map((id) => aVacancyToStore(`${id}`, content))),
    );
    await Promise.all(transactions);
  });
  await fc.assert(property, { numRuns: 20 });
});

it('decides by the newest row when another transaction has written meanwhile', async () => {
  await storeBatch([aVacancyToStore('1', 'old')]);
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  let written = () => {};
  const waiting = new Promise<void>((resolve) => (written = resolve));
  const first = store.unitOfWork.run(async (tx) => {
    await tx.vacancies.store([aVacancyToStore('1', 'new')], DAY);
    written();
    await released;
  });
  await waiting;
  const second = storeBatch([aVacancyToStore('1', 'new')]);
  await blockedStatements();
  release();
  await first;
  expect(await second).toEqual({ written: [], unchanged: 1 });
});

/** Resolves when a statement waits for a lock. */
const blockedStatements = async (): Promise<void> => {
  const sql = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  while ((await store.dataSource.query(sql)).length === 0);
};
