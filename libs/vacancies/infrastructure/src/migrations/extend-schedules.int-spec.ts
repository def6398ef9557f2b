import { createDataSource } from '@job-scope/platform-nest';
import { migrateForTests, testPostgres } from '@job-scope/platform-testing';
import { at } from '@job-scope/vacancies-testing';
import { DataSource } from 'typeorm';
import { PostgresScheduleReader } from '../postgres';
import { ExtendSchedules1764000030000 } from './1764000030000-extend-schedules';
import { vacanciesMigrations } from './vacancies-migrations';

// On a busy machine starting takes longer than any one test should.
jest.setTimeout(60_000);

const database = testPostgres();
const [ID, RUN] = ['01900000-0000-7000-8000-000000000001', '01900000-0000-7000-8000-000000000002'];
const { schema, migrations } = vacanciesMigrations;
const index = migrations.indexOf(ExtendSchedules1764000030000);
const before = { schema, migrations: migrations.slice(0, index) };
const after = { schema, migrations: migrations.slice(0, index + 1) };

let dataSource: DataSource;
beforeAll(async () => {
  await migrateForTests(database.url, before);
  dataSource = await createDataSource({ url: database.url, applicationName: 'extend-spec' });
  await dataSource.query(
    `INSERT INTO vacancies.schedules (id, name, source, query, cron, time_zone, enabled, next_fire_at)
     VALUES ($1, 'default', 'headhunter', '{}', '0 * * * *', 'Etc/UTC', false, $2)`,
    [ID, at(0)],
  );
  await dataSource.query(
    `INSERT INTO vacancies.collection_runs (id, source, query, status, requester_kind, requester_id, requested_at)
     VALUES ($1, 'headhunter', '{}', 'requested', 'schedule', $2, now())`,
    [RUN, ID],
  );
  await dataSource.query('INSERT INTO vacancies.schedule_fires VALUES ($1, $2, $3)', [ID, at(-60), RUN]);
});
afterAll(() => dataSource.destroy());

it('leaves schedules as they were: at the same times, without jitter, and paused if they were off', async () => {
  await migrateForTests(database.url, after);
  expect(await new PostgresScheduleReader(dataSource).byId(ID)).toMatchObject({
    ...{ name: 'default', description: null, cron: '0 * * * *', jitterSeconds: 0, overlap: 'skip' },
    ...{ misfire: 'fire-once', misfireToleranceSeconds: 300, paused: true, nextFireAt: at(0), dueAt: at(0) },
    ...{ waitingFireAt: null, revision: 1, lastFire: { at: at(-60), outcome: 'fired', runId: RUN } },
  });
});

it('can be taken back and made again', async () => {
  const columns = () =>
    dataSource.query(`SELECT table_name, column_name, data_type, is_nullable, column_default
      FROM information_schema.columns WHERE table_schema = 'vacancies' ORDER BY table_name, column_name`);
  const extended = await columns();
  const migrator = await new DataSource({
    ...{ type: 'postgres', url: database.url, schema },
    migrations: [...after.migrations],
  }).initialize();
  await migrator.undoLastMigration();
  await migrator.destroy();
  expect(await dataSource.query('SELECT enabled, next_fire_at AS at FROM vacancies.schedules')).toEqual([
    { enabled: false, at: at(0) },
  ]);
  expect(await dataSource.query('SELECT run_id FROM vacancies.schedule_fires')).toEqual([{ run_id: RUN }]);
  await migrateForTests(database.url, after);
  expect(await columns()).toEqual(extended);
});
