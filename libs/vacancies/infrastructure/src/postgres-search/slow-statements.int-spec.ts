import { createDataSource, OverloadError } from '@job-scope/platform-nest';
import { EVERYTHING, vacancyToFind } from '@job-scope/vacancies-testing';
import { testStore } from '../postgres/postgres-store.fixture';
import { PostgresVacancySearchReader } from './postgres-vacancy-search-reader';
import { PostgresVacancyStatistics } from './postgres-vacancy-statistics';

const store = testStore();
let impatient: Awaited<ReturnType<typeof createDataSource>>;

beforeAll(async () => {
  // One connection, so that what is set on it holds for all statements.
  impatient = await createDataSource({ url: store.url, applicationName: 'slow-spec', poolSize: 1 });
  await impatient.query(`SET statement_timeout = '50ms'`);
});
afterAll(() => impatient.destroy());

/** While somebody holds all that searches read, as a migration does: every statement waits. */
const whileLocked = (work: () => Promise<void>): Promise<void> =>
  store.dataSource.transaction(async (manager) => {
    await manager.query('LOCK TABLE vacancies.search_documents, vacancies.search_counts IN ACCESS EXCLUSIVE MODE');
    await work();
  });

it('V-12: a search that takes PostgreSQL too long is unavailable, and so are suggestions and similar vacancies', () =>
  whileLocked(async () => {
    const reader = new PostgresVacancySearchReader(impatient);
    const unavailable = { ok: false, error: { code: 'search.unavailable' } };
    expect(await reader.search(EVERYTHING)).toEqual(unavailable);
    expect(await reader.suggest('пов', 5)).toEqual(unavailable);
    expect(await reader.similar(vacancyToFind({ title: 'Повар' }), 5)).toEqual(unavailable);
  }));

it('statistics that take PostgreSQL too long are an overload', () =>
  whileLocked(async () => {
    const statistics = new PostgresVacancyStatistics(impatient);
    await expect(statistics.counts({ by: 'area', filters: {}, limit: 5 })).rejects.toThrow(OverloadError);
    await expect(statistics.salaries({ by: 'area', filters: {}, limit: 5 })).rejects.toThrow(OverloadError);
  }));
