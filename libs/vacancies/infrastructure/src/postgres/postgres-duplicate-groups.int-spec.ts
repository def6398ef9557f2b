import { at, aVacancyToStore, describeDuplicateGroups } from '@job-scope/vacancies-testing';
import { PostgresDuplicateGroups } from './postgres-duplicate-groups';
import { testStore } from './postgres-store.fixture';

const store = testStore();

describeDuplicateGroups('PostgresDuplicateGroups', async () => {
  await store.clear();
  return { unitOfWork: store.unitOfWork, groups: new PostgresDuplicateGroups(store.dataSource) };
});

const duplicates = async (count: number) => {
  const batch = Array.from({ length: count }, (_, n) => aVacancyToStore(`${n}`, 'a', {}, { duplicateKey: 'same' }));
  const { written } = await store.unitOfWork.run((tx) => tx.vacancies.store(batch, at(0)));
  return written.map(({ id }) => id);
};

it('writes nothing of a hundred duplicates while their canonical vacancy stays', async () => {
  await store.clear();
  const groups = new PostgresDuplicateGroups(store.dataSource);
  const rows = () => store.dataSource.query('SELECT ctid, xmin FROM vacancies.duplicate_groups');
  const ids = await duplicates(100);
  await groups.hold(ids, async () => {});
  const before = await rows();
  await groups.hold(ids, async ({ outdated }) => expect(outdated).toEqual([]));
  expect(before).toHaveLength(1);
  expect(await rows()).toEqual(before);
});

it('lets a second relay see what the first one told, and not before it has', async () => {
  await store.clear();
  const groups = new PostgresDuplicateGroups(store.dataSource);
  const ids = await duplicates(2);
  const order: string[] = [];
  let second: Promise<void> | undefined;
  await groups.hold(ids, async () => {
    second = groups.hold(ids, async ({ outdated }) => {
      order.push('second');
      expect(outdated).toEqual([]);
    });
    await store.lockWaiters(1);
    order.push('first');
  });
  await second;
  expect(order).toEqual(['first', 'second']);
});
