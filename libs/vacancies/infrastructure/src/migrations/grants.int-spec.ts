import { createDataSource } from '@job-scope/platform-nest';
import { migrateForTests, testPostgres } from '@job-scope/platform-testing';
import type { DataSource } from 'typeorm';
import { vacanciesMigrations } from './vacancies-migrations';

// On a busy machine starting takes longer than any one test should.
jest.setTimeout(30_000);

const database = testPostgres();
const opened: DataSource[] = [];

const connectAs = async (role: string): Promise<DataSource> => {
  const url = new URL(database.url);
  url.searchParams.set('options', `-c role=${role}`);
  const dataSource = await createDataSource({ url: url.href, applicationName: 'grants-spec', poolSize: 1 });
  opened.push(dataSource);
  return dataSource;
};

beforeAll(() => migrateForTests(database.url, vacanciesMigrations), 60_000);
afterAll(() => Promise.all(opened.map((dataSource) => dataSource.destroy())));

/** What each role may do to each table as a whole: S(elect), I(nsert), U(pdate), D(elete). */
const RIGHTS = {
  job_scope_gateway: {
    areas: 'S',
    audit_events: 'SI',
    collection_runs: 'SI',
    collection_windows: 'S',
    dead_letters: 'S',
    currency_rates: 'S',
    exports: 'SIU',
    idempotency_keys: 'SI',
    index_lag: 'S',
    index_operations: 'SIU',
    index_refusals: 'S',
    outbox: 'I',
    paused_sources: 'SID',
    recipients: 'S',
    run_events: 'SI',
    saved_searches: 'SIUD',
    schedule_fires: 'S',
    schedules: 'SIUD',
    search_count_changes: 'S',
    search_counts: 'S',
    source_budgets: 'S',
    search_documents: 'S',
    search_words: 'S',
    search_indexes: 'S',
    vacancies: 'SI',
    vacancy_changes: 'SI',
    vacancy_sightings: 'SI',
  },
  job_scope_worker: {
    areas: 'SIUD',
    collection_runs: 'SU',
    collection_windows: 'SIUD',
    dead_letters: 'SID',
    currency_rates: 'SI',
    duplicate_groups: 'SIU',
    exports: 'SUD',
    idempotency_keys: 'D',
    index_lag: 'S',
    index_operations: 'SIU',
    inquiries: 'SIUD',
    query_matches: 'SID',
    rejected_items: 'SIUD',
    index_refusals: 'SIUD',
    feed_positions: 'SU',
    notifications: 'SIUD',
    outbox: 'SIUD',
    paused_sources: 'S',
    recipients: 'SIUD',
    refreshes: 'SIU',
    run_events: 'SID',
    saved_search_matches: 'SID',
    saved_searches: 'SUD',
    search_count_changes: 'SID',
    search_counts: 'SIUD',
    search_documents: 'SIUD',
    search_words: 'SIUD',
    search_indexes: 'SIUD',
    source_budgets: 'SIU',
    source_tokens: 'SIU',
    vacancies: 'SIU',
    vacancy_changes: 'I',
    vacancy_sightings: 'SIU',
  },
  job_scope_scheduler: { collection_runs: 'SI', outbox: 'I', schedule_fires: 'SID', schedules: 'SIU' },
  job_scope_auth: {},
};

describe.each(Object.entries(RIGHTS))('%s', (role, rights) => {
  it('has these rights and no others', async () => {
    const dataSource = await connectAs(role);
    const rows: { table: string; privilege: string }[] = await dataSource.query(
      `SELECT relname AS table, privilege_type AS privilege
       FROM pg_class, aclexplode(relacl) WHERE relnamespace = 'vacancies'::regnamespace AND grantee = $1::regrole`,
      [role],
    );
    const lettersOf = (table: string) => {
      const privileges = rows.filter((row) => row.table === table).map(({ privilege }) => privilege);
      expect(['SELECT', 'INSERT', 'UPDATE', 'DELETE']).toEqual(expect.arrayContaining(privileges));
      return [...'SIUD'].filter((letter) => privileges.some((name) => name.startsWith(letter))).join('');
    };
    expect(Object.fromEntries(rows.map(({ table }) => [table, lettersOf(table)]))).toEqual(rights);
  });

  it('can make no table of its own', async () => {
    const dataSource = await connectAs(role);
    for (const schema of ['vacancies', 'public']) {
      await expect(dataSource.query(`CREATE TABLE ${schema}.mine ()`)).rejects.toThrow(/permission denied/);
    }
  });
});

it.each([
  ['job_scope_gateway', 'UPDATE vacancies.vacancies SET source_id = source_id'],
  ['job_scope_gateway', 'UPDATE vacancies.vacancies SET raw = raw'],
  ['job_scope_gateway', 'UPDATE vacancies.vacancies SET content_hash = content_hash'],
  ['job_scope_gateway', 'DELETE FROM vacancies.vacancies'],
  ['job_scope_gateway', 'DELETE FROM vacancies.outbox'],
  ['job_scope_gateway', 'UPDATE vacancies.audit_events SET details = details'],
  ['job_scope_gateway', 'DELETE FROM vacancies.audit_events'],
  ['job_scope_gateway', 'TRUNCATE vacancies.audit_events'],
  ['job_scope_gateway', 'SELECT 1 FROM vacancies.outbox'],
  ['job_scope_gateway', 'UPDATE vacancies.collection_runs SET query = query'],
  ['job_scope_gateway', 'UPDATE vacancies.collection_windows SET cursor = cursor'],
  ['job_scope_gateway', 'UPDATE vacancies.run_events SET data = data'],
  ['job_scope_gateway', 'UPDATE vacancies.dead_letters SET detail = detail'],
  ['job_scope_worker', 'DELETE FROM vacancies.collection_runs'],
  ['job_scope_gateway', 'DELETE FROM vacancies.dead_letters'],
  ['job_scope_worker', 'UPDATE vacancies.schedules SET paused = true'],
  ['job_scope_worker', 'SELECT run_id FROM vacancies.idempotency_keys'],
  ['job_scope_worker', 'TRUNCATE vacancies.search_documents'],
  ['job_scope_worker', 'DELETE FROM vacancies.vacancies'],
  ['job_scope_gateway', 'SELECT 1 FROM vacancies.source_tokens'],
  ['job_scope_scheduler', 'SELECT 1 FROM vacancies.vacancies'],
  ['job_scope_scheduler', 'INSERT INTO vacancies.vacancies DEFAULT VALUES'],
  ['job_scope_scheduler', 'DELETE FROM vacancies.schedules'],
  ['job_scope_gateway', 'DELETE FROM vacancies.schedule_fires'],
  ['job_scope_auth', 'SELECT 1 FROM vacancies.vacancies'],
  ['job_scope_auth', 'SELECT 1 FROM vacancies.migrations'],
])('%s is refused: %s', async (role, sql) => {
  const dataSource = await connectAs(role);
  await expect(dataSource.query(sql)).rejects.toThrow(/permission denied/);
});
