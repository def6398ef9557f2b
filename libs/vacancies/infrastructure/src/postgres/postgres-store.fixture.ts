import { createDataSource, silentLogger, UuidV7Generator } from '@job-scope/platform-nest';
import { migrateForTests, testPostgres } from '@job-scope/platform-testing';
import type { DataSource } from 'typeorm';
import { vacanciesMigrations } from '../migrations';
import { OUTBOX_CHANNEL } from './postgres-outbox';
import { PostgresListener } from './postgres-listener';
import { PostgresVacancyUnitOfWork } from './postgres-vacancy-unit-of-work';

const TABLES = [
  ...[
    'vacancies',
    'vacancy_sightings',
    'vacancy_changes',
    'collection_runs',
    'collection_windows',
    'inquiries',
    'query_matches',
    'rejected_items',
    'dead_letters',
    'run_events',
    'idempotency_keys',
  ],
  ...[
    'schedules',
    'schedule_fires',
    'outbox',
    'source_budgets',
    'source_tokens',
    'audit_events',
    'areas',
    'duplicate_groups',
    'refreshes',
    'index_operations',
    'index_refusals',
    'search_indexes',
    'saved_searches',
    'saved_search_matches',
    'notifications',
    'recipients',
    'exports',
  ],
].map((name) => `vacancies.${name}`);

/** A migrated database for the spec file that calls it. */
export const testStore = () => {
  // On a busy machine a statement may take longer than a whole test should.
  jest.setTimeout(30_000);
  const database = testPostgres();
  let dataSource: DataSource;

  beforeAll(async () => {
    await migrateForTests(database.url, vacanciesMigrations);
    dataSource = await createDataSource({ url: database.url, applicationName: 'test' });
  }, 60_000);
  afterAll(() => dataSource.destroy());

  return {
    get url() {
      return database.url;
    },
    get dataSource() {
      return dataSource;
    },
    /** Can be read in hooks and tests. */
    get unitOfWork() {
      return new PostgresVacancyUnitOfWork(dataSource, new UuidV7Generator());
    },
    clear: () => dataSource.query(`TRUNCATE ${TABLES.join(', ')}`),
    /** Ends the connections that `condition` selects, as a crash of their owner would. */
    terminate: (condition: string) =>
      dataSource.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid() AND ${condition}`),
    /** Resolves when so many statements wait for a lock. */
    lockWaiters: async (count: number): Promise<void> => {
      const sql = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
      while ((await dataSource.query(sql)).length < count);
    },
    listener: (databaseUrl = database.url) =>
      new PostgresListener({
        databaseUrl,
        channel: OUTBOX_CHANNEL,
        applicationName: 'test-listener',
        logger: silentLogger,
      }),
  };
};
