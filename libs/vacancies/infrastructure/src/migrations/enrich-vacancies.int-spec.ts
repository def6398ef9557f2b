import { createDataSource } from '@job-scope/platform-nest';
import { migrateForTests, testPostgres } from '@job-scope/platform-testing';
import { aVacancyToStore, at } from '@job-scope/vacancies-testing';
import { DataSource } from 'typeorm';
import { PostgresVacancyHistoryReader, PostgresVacancyReader, PostgresVacancyUnitOfWork } from '../postgres';
import { EnrichVacancies1764000010000 } from './1764000010000-enrich-vacancies';
import { vacanciesMigrations } from './vacancies-migrations';

// On a busy machine starting takes longer than any one test should.
jest.setTimeout(60_000);

const database = testPostgres();
const ID = '01900000-0000-7000-8000-000000000001';
const { schema, migrations } = vacanciesMigrations;
const first = migrations.indexOf(EnrichVacancies1764000010000);
const before = { schema, migrations: migrations.slice(0, first) };
/** All of them: what is read by the code of today needs the schema of today. */
const after = vacanciesMigrations;

let dataSource: DataSource;
beforeAll(async () => {
  await migrateForTests(database.url, before);
  dataSource = await createDataSource({ url: database.url, applicationName: 'enrich-spec' });
  await dataSource.query(
    `INSERT INTO vacancies.vacancies (id, source, source_id, revision, content_hash, state, title, url, employer_id,
       employer_name, professional_roles, has_test, raw, published_at, first_seen_at, changed_at)
     VALUES ($1, 'headhunter', '1', 3, 'early', 'active', 'Vacancy 1', 'https://example.org/vacancy/1', '1455', 'HeadHunter', '[]',
       false, '{}', $2, $2, $2)`,
    [ID, at(0)],
  );
  await dataSource.query('INSERT INTO vacancies.vacancy_sightings VALUES ($1, $2)', [ID, at(0)]);
});
afterAll(() => dataSource.destroy());

const undo = async (count: number) => {
  const migrator = await new DataSource({
    ...{ type: 'postgres', url: database.url, schema },
    migrations: [...after.migrations],
  }).initialize();
  for (let undone = 0; undone < count; undone += 1) await migrator.undoLastMigration();
  await migrator.destroy();
};

it('leaves a stored vacancy as it is, with what was not collected yet as unknown', async () => {
  await migrateForTests(database.url, after);
  expect(await new PostgresVacancyReader(dataSource).byId(ID)).toMatchObject({
    ...{ id: ID, title: 'Vacancy 1', revision: 3, details: null, address: null, type: null, workFormats: [] },
    ...{ monthlySalary: null, duplicateKey: null, responseLetterRequired: false, acceptsIncompleteResumes: false },
    employer: { id: '1455', name: 'HeadHunter', url: null, trusted: null, accreditedIt: null },
  });
});

it('takes the rest when the vacancy is seen again, and only what readers notice for a change of it', async () => {
  const unitOfWork = new PostgresVacancyUnitOfWork(dataSource, { next: () => ID });
  const address = {
    city: 'Москва',
    street: null,
    building: null,
    description: null,
    text: null,
    point: null,
    metro: [],
  };
  await unitOfWork.run((tx) => tx.vacancies.store([aVacancyToStore('1', 'late', { address })], at(9)));
  expect(await new PostgresVacancyReader(dataSource).byId(ID)).toMatchObject({ address, revision: 4 });
  const history = await new PostgresVacancyHistoryReader(dataSource).changes({ vacancyId: ID, limit: 9 });
  expect(history).toMatchObject({ value: { items: [{ title: null, salary: { before: null }, state: null }] } });
});

it('can be taken back and made again', async () => {
  const columns = () =>
    dataSource.query(`SELECT table_name, column_name, data_type FROM information_schema.columns
      WHERE table_schema = 'vacancies' ORDER BY table_name, column_name`);
  const enriched = await columns();
  await undo(after.migrations.length - before.migrations.length);
  expect((await columns()).length).toBeLessThan(enriched.length);
  expect(await dataSource.query(`SELECT title FROM vacancies.vacancies`)).toEqual([{ title: 'Vacancy 1' }]);
  await migrateForTests(database.url, after);
  expect(await columns()).toEqual(enriched);
});
