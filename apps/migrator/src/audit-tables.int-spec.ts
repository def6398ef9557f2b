import { authMigrations } from '@job-scope/auth-infrastructure/migrations';
import { createDataSource } from '@job-scope/platform-nest';
import { migrateForTests, testPostgres } from '@job-scope/platform-testing';
import { vacanciesMigrations } from '@job-scope/vacancies-infrastructure/migrations';
import type { DataSource } from 'typeorm';

const database = testPostgres();
let dataSource: DataSource;

beforeAll(async () => {
  for (const context of [authMigrations, vacanciesMigrations]) await migrateForTests(database.url, context);
  dataSource = await createDataSource({ url: database.url, applicationName: 'audit-tables-spec' });
}, 60_000);
afterAll(() => dataSource.destroy());

/** All that PostgreSQL knows of the table, without the name of its schema. */
const tableOf = async (schema: string) => {
  const read = async (sql: string): Promise<readonly Record<string, unknown>[]> =>
    JSON.parse(JSON.stringify(await dataSource.query(sql, [`${schema}.audit_events`])).replaceAll(`${schema}.`, ''));
  return {
    columns: await read(`
      SELECT attname, format_type(atttypid, atttypmod) AS type, attnotnull, attcollation::regcollation::text AS collation,
        pg_get_expr(adbin, adrelid) AS value
      FROM pg_attribute LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
      WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum`),
    indexes: await read(`
      SELECT pg_get_indexdef(indexrelid) AS definition FROM pg_index WHERE indrelid = $1::regclass ORDER BY 1`),
    constraints: await read(`
      SELECT conname, pg_get_constraintdef(oid) AS definition FROM pg_constraint
      WHERE conrelid = $1::regclass ORDER BY 1`),
  };
};

it('makes the audit trails of all contexts alike, column by column, index by index', async () => {
  const [auth, vacancies] = [await tableOf('auth'), await tableOf('vacancies')];
  expect(vacancies).toEqual(auth);
  expect(auth.columns).toHaveLength(11);
  expect(auth.indexes).toContainEqual({
    definition: 'CREATE INDEX audit_events_at ON audit_events USING btree (at DESC, id DESC)',
  });
});

it('lets nobody change what stands in a trail', async () => {
  const rights = await dataSource.query(`
    SELECT relnamespace::regnamespace::text AS schema, grantee::regrole::text AS role,
      array_agg(privilege_type ORDER BY privilege_type) AS rights
    FROM pg_class, aclexplode(relacl) WHERE relname = 'audit_events' AND grantee <> relowner
    GROUP BY 1, 2 ORDER BY 1, 2`);
  expect(rights).toEqual([
    { schema: 'auth', role: 'job_scope_auth', rights: ['INSERT', 'SELECT'] },
    { schema: 'vacancies', role: 'job_scope_gateway', rights: ['INSERT', 'SELECT'] },
  ]);
});
