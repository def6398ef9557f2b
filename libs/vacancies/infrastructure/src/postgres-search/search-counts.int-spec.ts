import { FACET_NAMES, type VacancyToIndex } from '@job-scope/vacancies-ports';
import { EVERYTHING, toIndex, vacancyToFind } from '@job-scope/vacancies-testing';
import fc from 'fast-check';
import { testStore } from '../postgres/postgres-store.fixture';
import { PostgresVacancySearchIndexer } from './postgres-vacancy-search-indexer';
import { PostgresVacancySearchReader } from './postgres-vacancy-search-reader';

const store = testStore();
const reader = () => new PostgresVacancySearchReader(store.dataSource);
const indexer = () => new PostgresVacancySearchIndexer(store.dataSource);

beforeEach(() => store.dataSource.query('DELETE FROM vacancies.search_documents'));

/** The same twice: as it was counted beforehand, and as it is counted now, with a filter that lets all through. */
const countedAndCounting = () =>
  Promise.all(
    [{}, { hasTest: false }].map(async (filter) => {
      const answer = await reader().search({ ...EVERYTHING, ...filter, facets: FACET_NAMES });
      return answer.ok && [answer.value.total, answer.value.facets];
    }),
  );

const entry = (n: number) => ({ id: `${n}`, name: `№ ${n}` });
const vacancies = Array.from({ length: 12 }, () => vacancyToFind());

const written = fc.record({
  which: fc.nat({ max: vacancies.length - 1 }),
  place: fc.nat({ max: 3 }),
  employer: fc.option(fc.nat({ max: 2 })),
  skills: fc.uniqueArray(fc.nat({ max: 3 }), { maxLength: 2 }),
  state: fc.constantFrom('active', 'active', 'archived', 'gone'),
  isCanonical: fc.constantFrom(true, true, false),
});

let revision = 1;
const toWrite = (of: typeof written extends fc.Arbitrary<infer T> ? T : never): VacancyToIndex => {
  const known = vacancies[of.which] ?? vacancyToFind();
  const vacancy = {
    ...known,
    revision: ++revision,
    ...{ state: of.state, area: entry(of.place), professionalRoles: [entry(of.place)] },
    employer: { id: of.employer === null ? null : `${of.employer}`, ...{ name: `ООО ${of.employer}`, url: null } },
    details: { description: null, keySkills: of.skills.map(String), createdAt: null },
  } as const;
  const employer = { ...vacancy.employer, trusted: null, accreditedIt: null };
  const areaPath = [entry(100), entry(of.place)];
  return { ...toIndex({ ...vacancy, employer }), areaPath, isCanonical: of.isCanonical };
};

it('counts beforehand what it would count, whoever writes at the same time, folded or not', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(written, { maxLength: 6 }), { maxLength: 5 }), async (batches) => {
      await Promise.all([...batches.map((batch) => indexer().index(batch.map(toWrite))), indexer().prepare()]);
      const [counted, counting] = await countedAndCounting();
      expect(counted).toEqual(counting);
      await Promise.all([indexer().prepare(), indexer().prepare()]);
      expect((await countedAndCounting())[0]).toEqual(counting);
    }),
    { numRuns: 25 },
  );
}, 60_000);

it.each(['DELETE FROM', 'TRUNCATE'])('leaves nothing behind of what is gone: %s', async (remove) => {
  await indexer().index(vacancies.map(toIndex));
  await indexer().prepare();
  await store.dataSource.query(`${remove} vacancies.search_documents`);
  await indexer().prepare();
  expect(await store.dataSource.query('SELECT * FROM vacancies.search_counts')).toEqual([]);
  expect(await store.dataSource.query('SELECT * FROM vacancies.search_count_changes')).toEqual([]);
});

it('marks a total beyond 10,000 as a lower bound, unless all open vacancies are asked for', async () => {
  await store.dataSource.query(`
    INSERT INTO vacancies.search_documents
      (id, revision, source, source_id, title, url, published_at, state, labels, tsv)
    SELECT lpad(n::text, 32, '0')::uuid, 1, 'headhunter', n, 'Повар', 'u', now(), 'active', '{hasTest:false}', 'повар:1A'
    FROM generate_series(1, 10001) n`);
  const totalOf = async (filter: object) => {
    const answer = await reader().search({ ...EVERYTHING, ...filter, limit: 1 });
    return answer.ok && answer.value.total;
  };
  expect(await totalOf({})).toEqual({ value: 10_001, exact: true });
  expect(await totalOf({ hasTest: false })).toEqual({ value: 10_000, exact: false });
  expect(await totalOf({ text: 'повар', onlyWithSalary: true })).toEqual({ value: 0, exact: true });
});
