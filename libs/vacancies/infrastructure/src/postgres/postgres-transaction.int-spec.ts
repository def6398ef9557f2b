import { anAmendment, aRun, aSchedule, at, aVacancyToStore } from '@job-scope/vacancies-testing';
import { PostgresCollectionRunReader } from './postgres-collection-run-reader';
import { testStore } from './postgres-store.fixture';

const store = testStore();

beforeEach(() => store.clear());

const isStored = async (id: string) => (await new PostgresCollectionRunReader(store.dataSource).byId(id)) !== undefined;

it('keeps nothing of a transaction whose connection is lost, and goes on with another', async () => {
  const [lost, next] = [aRun(), aRun()];
  const broken = store.unitOfWork.run(async ({ collections }) => {
    await collections.addRun(lost);
    await store.terminate(`state = 'idle in transaction'`);
    await collections.startRun(lost.id, new Date(), 1_000);
  });
  await expect(broken).rejects.toThrow();
  await store.unitOfWork.run((tx) => tx.collections.addRun(next));
  expect([await isStored(lost.id), await isStored(next.id)]).toEqual([false, true]);
});

it('does not call work done of which a statement has failed, even if the work says nothing of it', async () => {
  const [first, second] = [aRun(), aRun()];
  const careless = store.unitOfWork.run(async ({ collections }) => {
    await collections.addRun(first);
    await collections.addRun(first).catch(() => undefined);
    return 'done';
  });
  await expect(careless).rejects.toThrow(/duplicate key/);
  expect(await isStored(first.id)).toBe(false);
  await store.unitOfWork.run((tx) => tx.collections.addRun(second));
});

it('passes over the schedules that another scheduler holds', async () => {
  const now = new Date();
  const [held, free] = [aSchedule({ name: 'held' }), aSchedule({ name: 'free', nextFireAt: now })];
  await store.unitOfWork.run(async ({ schedules }) => {
    for (const schedule of [held, free]) await schedules.add(schedule);
  });
  await store.unitOfWork.run(async ({ schedules }) => {
    expect(await schedules.lockNextDue(now, [])).toEqual(held);
    expect(await store.unitOfWork.run((other) => other.schedules.lockNextDue(now, []))).toEqual(free);
  });
});

it('cuts short a statement that waits for a lock, and leaves its connection to others', async () => {
  const run = aRun();
  await store.unitOfWork.run((tx) => tx.collections.addRun(run));
  const stop = new AbortController();
  await store.unitOfWork.run(async ({ collections }) => {
    await collections.lockRun(run.id);
    const waiting = store.unitOfWork.run(async (other) => {
      await other.collections.appendEvents(run.id, [{ type: 'started', data: {} }], new Date());
    }, stop.signal);
    await store.lockWaiters(1);
    stop.abort();
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
  });
  const sql = 'SELECT count(*)::int AS count FROM vacancies.run_events';
  expect(await Promise.all(Array.from({ length: 20 }, () => store.dataSource.query(sql)))).toEqual(
    Array.from({ length: 20 }, () => [{ count: 0 }]),
  );
});

it('makes the second of two transactions that lock a run wait for the first', async () => {
  const run = aRun();
  await store.unitOfWork.run((tx) => tx.collections.addRun(run));
  const order: string[] = [];
  let second: Promise<void> = Promise.resolve();
  await store.unitOfWork.run(async ({ collections }) => {
    await collections.lockRun(run.id);
    second = store.unitOfWork.run(async (other) => {
      expect(await other.collections.lockRun(run.id)).toMatchObject({ status: 'collecting' });
      order.push('second');
    });
    await store.lockWaiters(1);
    await collections.startRun(run.id, new Date(), 1_000);
    order.push('first');
  });
  await second;
  expect(order).toEqual(['first', 'second']);
});

it('lets two runs of one source have the same vacancy, one reading a list, the other asking for it, without a deadlock', async () => {
  const [reading, asking] = [aRun(), aRun()];
  const id = await store.unitOfWork.run(async (tx) => {
    for (const run of [reading, asking]) await tx.collections.addRun(run);
    const [stored] = (await tx.vacancies.store([aVacancyToStore('1', 'a')], at(0))).written;
    await tx.inquiries.add(asking.id, [stored!.id]);
    return stored!.id;
  });
  let settled: Promise<readonly string[]> = Promise.resolve([]);
  await store.unitOfWork.run(async ({ vacancies, inquiries }) => {
    await vacancies.store([aVacancyToStore('1', 'b')], at(1));
    settled = store.unitOfWork.run(async (other) => {
      const ids = await other.inquiries.settle(asking.id, [id]);
      await other.vacancies.amend([anAmendment(id, 'archived')], at(2));
      return ids;
    });
    await store.lockWaiters(1);
    await inquiries.add(reading.id, [id]);
  });
  expect(await settled).toEqual([]);
});
