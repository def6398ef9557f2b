import { describeExports } from '@job-scope/vacancies-testing';
import { PostgresExportQueue, PostgresExportStore } from './postgres-exports';
import { testStore } from './postgres-store.fixture';

const database = testStore();

describeExports('PostgreSQL', async () => {
  await database.clear();
  const { dataSource } = database;
  return { store: new PostgresExportStore(dataSource), queue: new PostgresExportQueue(dataSource) };
});
