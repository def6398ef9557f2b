import { describeVacancyStatistics, toIndex, vacancyToFind } from '@job-scope/vacancies-testing';
import { testStore } from '../postgres/postgres-store.fixture';
import { PostgresVacancySearchIndexer } from './postgres-vacancy-search-indexer';
import { PostgresVacancyStatistics } from './postgres-vacancy-statistics';

const store = testStore();
const put = async (vacancies: Parameters<PostgresVacancySearchIndexer['index']>[0]) => {
  expect(await new PostgresVacancySearchIndexer(store.dataSource).index(vacancies)).toEqual(new Map());
};
const forget = () => store.dataSource.query('TRUNCATE vacancies.search_documents');

describeVacancyStatistics('PostgresVacancyStatistics', async () => {
  await forget();
  return { statistics: new PostgresVacancyStatistics(store.dataSource), put };
});

it('draws a part of many, always the same one, and tells what all amount to about', async () => {
  await forget();
  await put(Array.from({ length: 3000 }, () => toIndex(vacancyToFind())));
  await store.dataSource.query('ANALYZE vacancies.search_documents');
  const statistics = new PostgresVacancyStatistics(store.dataSource, 1000);
  const request = { by: 'source', filters: {}, limit: 10 } as const;
  const drawn = await statistics.counts(request);
  expect(drawn.exact).toBe(false);
  expect(Math.abs(drawn.all.vacancies - 3000)).toBeLessThan(1000);
  expect(drawn.groups).toEqual([{ id: 'headhunter', name: 'headhunter', ...drawn.all }]);
  expect(await statistics.counts(request)).toEqual(drawn);
  expect(await statistics.counts({ ...request, filters: { publishedFrom: new Date('2030-01-01') } })).toMatchObject({
    exact: true,
    all: { vacancies: 0 },
  });
});
