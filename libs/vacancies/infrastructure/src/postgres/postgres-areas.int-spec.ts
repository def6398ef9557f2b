import { describeAreaDirectory, SOME_AREAS } from '@job-scope/vacancies-testing';
import { PostgresAreaDirectory, PostgresAreaReader } from './postgres-areas';
import { testStore } from './postgres-store.fixture';

const store = testStore();

describeAreaDirectory('PostgresAreas', async () => {
  await store.clear();
  return {
    directory: new PostgresAreaDirectory(store.dataSource),
    reader: new PostgresAreaReader(store.dataSource),
  };
});

it('touches no row of what did not change, and lets workers do the same at once', async () => {
  await store.clear();
  const directory = new PostgresAreaDirectory(store.dataSource);
  const rows = () => store.dataSource.query('SELECT id, ctid, xmin, xmax FROM vacancies.areas ORDER BY id');
  await Promise.all([SOME_AREAS, SOME_AREAS.toReversed()].map((areas) => directory.replace('headhunter', areas)));
  const before = await rows();
  await Promise.all([SOME_AREAS, SOME_AREAS.toReversed()].map((areas) => directory.replace('headhunter', areas)));
  expect(before).toHaveLength(SOME_AREAS.length);
  expect(await rows()).toEqual(before);
});
