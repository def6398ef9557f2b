import { aVacancyToStore } from '@job-scope/vacancies-testing';
import fc from 'fast-check';
import { testStore } from './postgres-store.fixture';

const store = testStore();
const DAY = new Date('2026-03-01T00:00:00Z');
const NEXT_DAY = new Date('2026-03-02T00:00:00Z');
const LAST_DAY = new Date('2026-03-03T00:00:00Z');

beforeEach(() => store.clear());

const storeBatch = (batch: readonly ReturnType<typeof aVacancyToStore>[], seenAt = DAY) =>
  store.unitOfWork.run((tx) => tx.vacancies.store(batch, seenAt));

const batchOf = (size: number, content = 'same') =>
  Array.from({ length: size }, (_, index) => aVacancyToStore(`${index}`, content));

/** Where each row lies, and which transactions have written or locked it: equal ones were not touched. */
const physicalRows = () =>
  store.dataSource.query('SELECT source_id, ctid, xmin, xmax FROM vacancies.vacancies ORDER BY source_id');

it('V-16: writes and locks no vacancy row when nothing has changed', async () => {
  await storeBatch(batchOf(200));
  const before = await physicalRows();
  await storeBatch(batchOf(200), NEXT_DAY);
  expect(await physicalRows()).toEqual(before);
  const [seen] = await store.dataSource.query(
    'SELECT count(*)::int, min(last_seen_at) FROM vacancies.vacancy_sightings',
  );
  expect(seen).toEqual({ count: 200, min: NEXT_DAY });
});

it('V-4: stores thousands in one statement, more than it could have parameters for one by one', async () => {
  const { written } = await storeBatch(batchOf(5_000));
  expect([written.length, (await physicalRows()).length]).toEqual([5_000, 5_000]);
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

/** A transaction that stores `batch` and stays open until `commit` is called. */
const openTransaction = async (batch: readonly ReturnType<typeof aVacancyToStore>[], seenAt: Date) => {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  let stored = () => {};
  const waiting = new Promise<void>((resolve) => (stored = resolve));
  const done = store.unitOfWork.run(async (tx) => {
    await tx.vacancies.store(batch, seenAt);
    stored();
    await released;
  });
  await waiting;
  return { commit: () => (release(), done) };
};

it('decides by the newest row when another transaction has written meanwhile', async () => {
  await storeBatch([aVacancyToStore('1', 'old')]);
  const first = await openTransaction([aVacancyToStore('1', 'new')], DAY);
  const second = storeBatch([aVacancyToStore('1', 'new')]);
  await store.lockWaiters(1);
  await first.commit();
  expect(await second).toEqual({ written: [], unchanged: 1 });
});

it.each([
  ['changed', 'other'],
  ['unchanged', 'same'],
])('locks rows in one order, whatever that of the batch: %s', async (_kind, content) => {
  // Among many others: with a few rows only, the plan would happen to bring them in the order of the table.
  await storeBatch(batchOf(2000));
  const [a, b] = ['1', '2'].map((id) => aVacancyToStore(id, content));
  const first = await openTransaction([a!], NEXT_DAY);
  const second = storeBatch([a!, b!], LAST_DAY);
  await store.lockWaiters(1);
  const third = storeBatch([b!, a!], LAST_DAY);
  await store.lockWaiters(2);
  await first.commit();
  await expect(Promise.all([second, third])).resolves.toHaveLength(2);
});
