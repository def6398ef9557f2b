import { join } from 'node:path';
import { createDataSource, UuidV7Generator } from '@job-scope/platform-nest';
import { migrateForTests, startProcess, testPostgres } from '@job-scope/platform-testing';
import { vacanciesMigrations } from '@job-scope/vacancies-infrastructure/migrations';
import { PostgresVacancyUnitOfWork } from '@job-scope/vacancies-infrastructure/postgres';
import { at, aVacancyToStore } from '@job-scope/vacancies-testing';

// Each command is a process of its own: a second, but on a busy machine many.
jest.setTimeout(120_000);

const STORED = 2_500;

const database = testPostgres();
beforeAll(async () => {
  await migrateForTests(database.url, vacanciesMigrations);
  const dataSource = await createDataSource({ url: database.url, applicationName: 'index-spec' });
  const unitOfWork = new PostgresVacancyUnitOfWork(dataSource, new UuidV7Generator());
  const batch = Array.from({ length: STORED }, (_, index) => aVacancyToStore(String(index), 'a'));
  await unitOfWork.run((tx) => tx.vacancies.store(batch, at(0)));
  await dataSource.destroy();
}, 60_000);

const index = (line: string, readyWhen: RegExp) =>
  startProcess({
    command: process.execPath,
    args: ['-r', '@swc-node/register', 'apps/vacancy-worker/src/cli.ts', 'index', ...line.split(' ')],
    cwd: join(__dirname, '../../..'),
    env: {
      ...{ TS_NODE_PROJECT: 'tsconfig.base.json', NODE_OPTIONS: undefined, ELASTICSEARCH_URL: undefined },
      ...{ DATABASE_URL: database.url, HEADHUNTER_USER_AGENT: 'JobScope/1.0 (test@example.org)' },
    },
    readyWhen,
  });

it('V-8: a rebuild that is killed in the middle goes on where it was, and index and database agree', async () => {
  const killed = await index('rebuild', /running 500 of 2500/);
  await killed.stop('SIGKILL');
  const other = await index('delete --yes', /another operation is under way: rebuild of postgres/);
  expect((await other.exited).code).toBe(1);

  const again = await index('rebuild', /succeeded 2500 of 2500/);
  expect((await again.exited).code).toBe(0);
  expect(again.output()).toMatch(/goes on with the rebuild that is under way/);
  expect(again.output()).not.toMatch(/running 0 of 2500/);

  const check = await index('check', /0 missing, 0 stale, 0 surplus/);
  expect((await check.exited).code).toBe(0);
  const status = await index('status', /postgres: ready, search_documents, version \d+, 2500 documents, 0 refused/);
  expect((await status.exited).code).toBe(0);
});
