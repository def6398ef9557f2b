import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createDataSource, SystemClock, UuidV7Generator } from '@job-scope/platform-nest';
import { migrateForTests, testPostgres } from '@job-scope/platform-testing';
import { RemapVacancies } from '@job-scope/vacancies-application';
import { HeadHunterVacancyRemapper } from '@job-scope/vacancies-infrastructure/headhunter';
import { vacanciesMigrations } from '@job-scope/vacancies-infrastructure/migrations';
import { Sha256ContentHasher } from '@job-scope/vacancies-infrastructure/node';
import {
  PostgresCurrencyRates,
  PostgresVacancyPayloads,
  PostgresVacancyReader,
  PostgresVacancyUnitOfWork,
} from '@job-scope/vacancies-infrastructure/postgres';
import { aRun, at, aVacancyToStore } from '@job-scope/vacancies-testing';

// On a busy machine starting takes longer than any one test should.
jest.setTimeout(60_000);

const SAMPLE = join(__dirname, '../../../tools/simulators/headhunter/fixtures/sample-items.json');
const items = (JSON.parse(readFileSync(SAMPLE, 'utf8')) as { items: readonly Item[] }).items;

interface Item {
  readonly id: string;
  readonly name: string;
  readonly salary: { readonly from: number | null; readonly currency: string } | null;
}

const database = testPostgres();
let dataSource: Awaited<ReturnType<typeof createDataSource>>;
beforeAll(async () => {
  await migrateForTests(database.url, vacanciesMigrations);
  dataSource = await createDataSource({ url: database.url, applicationName: 'remap-spec' });
});
afterAll(() => dataSource.destroy());

const ids: string[] = [];
const remap = async (batchSize: number) => {
  const unitOfWork = new PostgresVacancyUnitOfWork(dataSource, new UuidV7Generator());
  const remapper = new HeadHunterVacancyRemapper();
  const useCase = new RemapVacancies(
    new PostgresVacancyPayloads(dataSource),
    unitOfWork,
    new Map([[remapper.name, remapper]]),
    new PostgresCurrencyRates(dataSource),
    new Sha256ContentHasher(),
    new SystemClock(),
  );
  const input = { source: 'headhunter', after: null, batchSize };
  return useCase.execute(input, new AbortController().signal);
};
const announced = async () => {
  const [{ count }] = await dataSource.query('SELECT count(*)::int FROM vacancies.outbox');
  return count;
};

it('V-1: repairs every real vacancy whose salary a mapping had lost, without asking the source', async () => {
  const misread = items.map((raw) => aVacancyToStore(raw.id, 'misread', { title: 'lost', salary: null, raw }));
  const unitOfWork = new PostgresVacancyUnitOfWork(dataSource, new UuidV7Generator());
  const { written } = await unitOfWork.run((tx) => tx.vacancies.store(misread, at(0)));
  ids.push(...written.map(({ id }) => id));

  const report = await remap(25);
  expect(report).toMatchObject({ value: { complete: true, read: 110, rewritten: 110, rejected: 0 } });
  expect(await announced()).toBe(110);
  const stored = await new PostgresVacancyReader(dataSource).byIds(ids);
  const bySourceId = new Map(stored.map((vacancy) => [vacancy.sourceId, vacancy]));
  for (const { id, name, salary } of items) {
    const vacancy = bySourceId.get(id);
    expect([vacancy?.title, vacancy?.revision, vacancy?.lastSeenAt]).toEqual([name, 2, at(0)]);
    expect(vacancy?.salary?.fromMinor ?? null).toBe(salary?.from ? salary.from * 100 : null);
    expect(vacancy?.monthlySalary === null).toBe(salary === null);
  }
});

it('V-6: recovers, without asking the source, what a mapping had refused', async () => {
  const unitOfWork = new PostgresVacancyUnitOfWork(dataSource, new UuidV7Generator());
  const [item] = items;
  if (!item) throw new Error('there is no item');
  const raw = { ...item, id: '1' };
  await unitOfWork.run(async (tx) => {
    const run = aRun();
    await tx.collections.addRun(run);
    await tx.rejectedItems.keep(run, [{ sourceId: '1', reason: 'a mode that nobody knew', raw }], at(0));
  });
  expect(await remap(25)).toMatchObject({ value: { recovered: 1, rewritten: 0 } });
  const [stored] = await dataSource.query(`SELECT title FROM vacancies.vacancies WHERE source_id = '1'`);
  expect(stored.title).toBe(item.name);
  const waiting = await dataSource.query('SELECT vacancy_id FROM vacancies.inquiries');
  expect(waiting).toHaveLength(1);
  await dataSource.query(`DELETE FROM vacancies.vacancies WHERE source_id = '1'`);
  await dataSource.query('DELETE FROM vacancies.outbox WHERE id = (SELECT max(id) FROM vacancies.outbox)');
});

it('V-16: writes nothing when it is done again', async () => {
  const before = await dataSource.query('SELECT ctid, xmin, xmax FROM vacancies.vacancies ORDER BY id');
  expect(await remap(1000)).toMatchObject({ value: { read: 110, rewritten: 0 } });
  expect(await dataSource.query('SELECT ctid, xmin, xmax FROM vacancies.vacancies ORDER BY id')).toEqual(before);
  expect(await announced()).toBe(110);
});
