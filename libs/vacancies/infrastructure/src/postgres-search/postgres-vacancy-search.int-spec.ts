import { createDataSource } from '@job-scope/platform-nest';
import { migrateForTests, testPostgres } from '@job-scope/platform-testing';
import { describeVacancySearch } from '@job-scope/vacancies-testing';
import type { DataSource } from 'typeorm';
import { vacanciesMigrations } from '../migrations';
import { PostgresVacancySearchIndexer } from './postgres-vacancy-search-indexer';
import { PostgresVacancySearchReader } from './postgres-vacancy-search-reader';

// On a busy machine starting takes longer than any one test should.
jest.setTimeout(30_000);

const database = testPostgres();
let gateway: DataSource;
let worker: DataSource;

/** As the role of the app that does it in production, so that a missing grant shows. */
const connectAs = (role: string): Promise<DataSource> => {
  const url = new URL(database.url);
  url.searchParams.set('options', `-c role=${role}`);
  return createDataSource({ url: url.href, applicationName: 'search-spec' });
};

beforeAll(async () => {
  await migrateForTests(database.url, vacanciesMigrations);
  gateway = await connectAs('job_scope_gateway');
  worker = await connectAs('job_scope_worker');
}, 60_000);
afterAll(() => Promise.all([gateway.destroy(), worker.destroy()]));

describeVacancySearch('PostgreSQL', async () => {
  await worker.query('DELETE FROM vacancies.search_documents');
  await worker.query('DELETE FROM vacancies.search_words');
  return {
    reader: new PostgresVacancySearchReader(gateway),
    readerEndingAt: (maxRanked) => new PostgresVacancySearchReader(gateway, maxRanked),
    indexer: new PostgresVacancySearchIndexer(worker),
    poison: (vacancy) => ({ ...vacancy, title: 'no text of PostgreSQL may hold this: \0' }),
  };
});
