import { COUNT_GROUPINGS, SALARY_GROUPINGS, type VacancyFilters } from '@job-scope/vacancies-ports';
import { testStore } from '../postgres/postgres-store.fixture';
import { queryCosts } from '../postgres/query-costs.fixture';
import { crowdSql } from './crowd.fixture';
import { PostgresVacancyStatistics } from './postgres-vacancy-statistics';

/** What figures cost among 100,000 vacancies: as much as is drawn at most, however many match. */
const ROWS = 100_000;
const CHUNK = 20_000;
const MAX_READ = 10_000;
const store = testStore();
const { readingCostsOf } = queryCosts(store);

beforeAll(async () => {
  for (let first = 1; first < ROWS; first += CHUNK) await store.dataSource.query(crowdSql(first, first + CHUNK - 1));
  await store.dataSource.query('VACUUM ANALYZE vacancies.search_documents');
}, 300_000);

const REGION: VacancyFilters = { area: { ids: ['17'], names: [] } };
const COUNTRY: VacancyFilters = { area: { ids: ['113'], names: [] } };

const QUESTIONS = [
  ...SALARY_GROUPINGS.map((by) => [`salaries by ${by}`, (of: PostgresVacancyStatistics, filters: VacancyFilters) =>
    of.salaries({ by, filters, limit: 20 })] as const), // prettier-ignore
  ...COUNT_GROUPINGS.map((by) => [`counts by ${by}`, (of: PostgresVacancyStatistics, filters: VacancyFilters) =>
    of.counts({ by, filters, limit: 20 })] as const), // prettier-ignore
];

describe.each(QUESTIONS)('%s', (_name, ask) => {
  const costOf = async (filters: VacancyFilters) => {
    const costs = await readingCostsOf(({ dataSource }) =>
      ask(new PostgresVacancyStatistics(dataSource, MAX_READ), filters),
    );
    const statistics = await ask(new PostgresVacancyStatistics(store.dataSource, MAX_READ), filters);
    return { costs, exact: statistics.exact, read: Math.max(...costs.map(({ read }) => read)) };
  };

  it('of a region are computed from what an index finds of it', async () => {
    const { costs, exact, read } = await costOf(REGION);
    expect(exact).toBe(true);
    expect(costs.flatMap(({ sequential }) => sequential).filter((table) => table !== 'pg_class')).toEqual([]);
    expect(read).toBeLessThan(2_000);
  });

  // Rows that do not match, of which there are fewer than of those that do, lie between: of them, too, a part is looked at.
  it.each([
    ['everywhere', {}],
    ['the country', COUNTRY],
  ])('of %s are computed from a part', async (_where, filters) => {
    const { exact, read } = await costOf(filters);
    expect(exact).toBe(false);
    expect(read).toBeLessThan(2 * MAX_READ);
  });
});

it('comes near to the truth with a part', async () => {
  const request = { by: 'month', filters: {}, limit: 1 } as const;
  const drawn = await new PostgresVacancyStatistics(store.dataSource, MAX_READ).salaries(request);
  const all = await new PostgresVacancyStatistics(store.dataSource, ROWS).salaries(request);
  expect([drawn.exact, all.exact]).toEqual([false, true]);
  expect(drawn.all.vacancies / all.all.vacancies).toBeCloseTo(1, 1);
  all.all.percentiles?.forEach((value, i) => expect((drawn.all.percentiles?.[i] ?? 0) / value).toBeCloseTo(1, 1));
});
