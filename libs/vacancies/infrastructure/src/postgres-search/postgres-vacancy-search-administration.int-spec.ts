import { createDataSource } from '@job-scope/platform-nest';
import { migrateForTests, testPostgres } from '@job-scope/platform-testing';
import { describeSearchAdministration, toIndex, vacancyToFind } from '@job-scope/vacancies-testing';
import type { DataSource } from 'typeorm';
import { vacanciesMigrations } from '../migrations';
import { PostgresVacancySearchAdministration } from './postgres-vacancy-search-administration';
import { PostgresVacancySearchIndexer } from './postgres-vacancy-search-indexer';

// On a busy machine starting takes longer than any one test should.
jest.setTimeout(30_000);

const database = testPostgres();
let owner: DataSource;
let worker: DataSource;

beforeAll(async () => {
  await migrateForTests(database.url, vacanciesMigrations);
  owner = await createDataSource({ url: database.url, applicationName: 'administration-spec' });
  const url = new URL(database.url);
  url.searchParams.set('options', '-c role=job_scope_worker');
  worker = await createDataSource({ url: url.href, applicationName: 'administration-spec' });
}, 60_000);
afterAll(() => Promise.all([owner.destroy(), worker.destroy()]));

const open = async (version?: number) => {
  await owner.query('TRUNCATE vacancies.search_documents, vacancies.search_indexes, vacancies.vacancies CASCADE');
  return {
    administration: new PostgresVacancySearchAdministration(worker, version),
    indexer: new PostgresVacancySearchIndexer(worker),
    store: async (ids: readonly string[]) => {
      await owner.query(
        `INSERT INTO vacancies.vacancies (id, source, source_id, title, url, published_at, state, content_hash, raw,
           revision, first_seen_at, changed_at, response_letter_required, accepts_incomplete_resumes, has_test,
           professional_roles, work_formats)
         SELECT id, 'headhunter', id::text, 'stored', 'https://example.org', now(), 'active', '', '{}', 1, now(), now(),
           false, false, false, '[]', '[]'
         FROM unnest($1::uuid[]) AS id`,
        [ids],
      );
    },
  };
};

describeSearchAdministration('PostgreSQL', () => open());

it('takes documents for outdated that nobody vouches for, and those of an earlier version of us', async () => {
  const { administration, indexer } = await open();
  await indexer.index([toIndex(vacancyToFind())]);
  expect(await administration.status()).toMatchObject({ state: 'outdated', version: null });
  await administration.completeRebuild();
  const { version } = administration;
  const stateFor = async (other: number) =>
    (await new PostgresVacancySearchAdministration(worker, other).status()).state;
  expect([await stateFor(version + 1), await stateFor(version), await stateFor(version - 1)]).toEqual([
    ...['outdated', 'ready', 'newer'],
  ]);
});
