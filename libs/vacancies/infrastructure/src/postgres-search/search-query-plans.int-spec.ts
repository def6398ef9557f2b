import { VACANCY_STATES } from '@job-scope/vacancies-domain';
import { FACET_NAMES, type VacancySearch } from '@job-scope/vacancies-ports';
import { EVERYTHING, vacancyToFind } from '@job-scope/vacancies-testing';
import { testStore } from '../postgres/postgres-store.fixture';
import { queryCosts, type Cost } from '../postgres/query-costs.fixture';
import { FOLD_CHANGES } from './count-sql';
import { CROWD_WORDS, crowdSql } from './crowd.fixture';
import { PostgresVacancySearchReader } from './postgres-vacancy-search-reader';

/** Every question of readers on 100,000 documents: none may be answered by looking at all of them. */
const ROWS = 100_000;
const CHUNK = 20_000;
const store = testStore();
const { readingCostsOf } = queryCosts(store);

beforeAll(async () => {
  for (let first = 1; first < ROWS; first += CHUNK) await store.dataSource.query(crowdSql(first, first + CHUNK - 1));
  for (const sql of [CROWD_WORDS, FOLD_CHANGES, 'VACUUM ANALYZE vacancies.search_documents']) {
    await store.dataSource.query(sql);
  }
  await store.dataSource.query(
    'VACUUM ANALYZE vacancies.search_counts, vacancies.search_count_changes, vacancies.search_words',
  );
}, 300_000);

const any = (id: string) => ({ ids: [id], names: [] });
const named = (name: string) => ({ ids: [], names: [name] });
const MOSCOW = { lat: 55.752, lng: 37.6175 };
const BY_RELEVANCE = { sort: 'relevance' } as const;

/** How many rows each statement may look at: the page and the count, with room for what filters throw away. */
const QUESTIONS: readonly (readonly [string, Partial<VacancySearch>, number])[] = [
  ['all open vacancies', {}, 200],
  ['the oldest', { order: 'asc' }, 200],
  ['the best paid', { sort: 'salary' }, 200],
  ['the worst paid', { sort: 'salary', order: 'asc' }, 200],
  ['in the order in which they came', { sort: 'id', order: 'asc' }, 200],
  ['all open vacancies with every facet', { facets: FACET_NAMES }, 1000],
  ['a rare word', { ...BY_RELEVANCE, text: 'цирк' }, 500],
  ['a rare word among common ones', { ...BY_RELEVANCE, text: 'кассир цирка', highlight: true }, 500],
  ['a slip', { ...BY_RELEVANCE, text: 'продовец цирка' }, 500],
  ['a phrase', { text: '"кассир цирка"' }, 500],
  ['a common word', { ...BY_RELEVANCE, text: 'повар' }, 20_000],
  ['a common word, the newest first', { text: 'повар' }, 20_000],
  ['an exclusion', { text: 'цирк -водитель' }, 500],
  ['a region', { area: any('17') }, 4000],
  ['a region by its name', { area: named('Регион 17') }, 4000],
  ['the country', { area: any('113') }, 20_000],
  ['an employer', { employer: any('employer77') }, 100],
  ['a skill in a region', { skill: ['sql'], area: any('17') }, 4000],
  ['a facet that does not feel its own filter', { area: any('17'), facets: ['area', 'experience'] }, 20_000],
  ['a text with facets', { text: 'цирк', facets: FACET_NAMES }, 60_000],
  ['with a test', { hasTest: true }, 1000],
  ['a high salary', { salary: { fromMinor: 5_290_000_00, toMinor: null } }, 20_000],
  ['a low salary', { salary: { fromMinor: null, toMinor: 30_100_00 } }, 500],
  ['only with salary', { onlyWithSalary: true }, 20_000],
  ['lately published', { publishedFrom: new Date('2026-12-10') }, 2000],
  ['near a place', { sort: 'distance', near: { point: MOSCOW, radiusMetres: 50_000 } }, 2000],
  ['in a box', { within: { north: 56, south: 55, west: 37, east: 38 } }, 5000],
  ['closed ones', { state: ['archived', 'gone'] }, 12_000],
  ['closed ones, with a text', { state: ['archived'], text: 'слово79' }, 500],
  ['closed ones and duplicates too', { state: VACANCY_STATES, includeDuplicates: true, area: any('17') }, 4000],
];

/** Where a sequential scan is right, with the reason. */
const SEQUENTIAL: Readonly<Record<string, readonly string[]>> = {
  // The first 10,000 rows are counted wherever they lie, and more than half of all rows count.
  'the country': ['search_documents'],
  'only with salary': ['search_documents'],
};

/** What is added to the counts by a few batches: less than a page of an index. */
const SHORT = 'search_count_changes';

const expectFrugal = (costs: readonly Cost[], limit: number, sequential: readonly string[] = []) => {
  expect(costs.length).toBeGreaterThan(0);
  for (const cost of costs) {
    expect(sequential).toEqual(expect.arrayContaining(cost.sequential.filter((table) => table !== SHORT)));
    expect(cost.read).toBeLessThanOrEqual(limit);
  }
};

describe.each([['the first page', false] as const, ['the second page', true] as const])('%s', (_page, second) => {
  it.each(QUESTIONS)('of %s is found without looking at all', async (name, question, limit) => {
    const request = { ...EVERYTHING, limit: 20, ...question };
    const first = await new PostgresVacancySearchReader(store.dataSource).search(request);
    expect(first.ok && first.value.items).not.toEqual([]);
    const from = second && first.ok ? first.value.next : undefined;
    const costs = await readingCostsOf(({ dataSource }) =>
      new PostgresVacancySearchReader(dataSource).search({ ...request, from }),
    );
    expectFrugal(costs, limit, SEQUENTIAL[name]);
  });
});

it('suggests by looking at what begins so only', async () => {
  const costs = await readingCostsOf(({ dataSource }) =>
    new PostgresVacancySearchReader(dataSource).suggest('повар', 10),
  );
  expectFrugal(costs, 200);
});

it('finds what is similar by looking at some of what has a word in common', async () => {
  const vacancy = vacancyToFind({
    title: 'Старший разработчик Python',
    details: { description: null, keySkills: ['SQL', 'Docker'], createdAt: null },
  });
  const costs = await readingCostsOf(({ dataSource }) =>
    new PostgresVacancySearchReader(dataSource).similar(vacancy, 10),
  );
  expectFrugal(costs, 20_000);
});
