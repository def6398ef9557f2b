import type { Vacancy } from '@job-scope/vacancies-domain';
import type {
  SearchFailure,
  VacancyHit,
  VacancyHits,
  VacancySearch,
  VacancySearchIndexer,
  VacancySearchReader,
  VacancyToIndex,
} from '@job-scope/vacancies-ports';

/** Both ends of one search engine, on an index with nothing in it. */
export interface VacancySearchHarness {
  readonly reader: VacancySearchReader;
  readonly indexer: VacancySearchIndexer;
  /** Makes the vacancy one that this engine refuses to index. */
  poison(vacancy: Vacancy): Vacancy;
  /** On the same index, but with so few vacancies to be reached by relevance or by distance. */
  readerEndingAt(maxRanked: number): VacancySearchReader;
}

let made = 0;

/** A vacancy of its own, open, without salary, and published a minute after the one made before it. */
export const vacancyToFind = (of: Partial<Vacancy> = {}): Vacancy => {
  const number = ++made;
  const at = new Date(Date.UTC(2026, 0, 1, 0, number));
  return {
    id: `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`,
    source: 'headhunter',
    sourceId: String(number),
    title: 'Водитель',
    url: `https://example.org/vacancy/${number}`,
    applyUrl: null,
    employer: null,
    area: null,
    address: null,
    salary: null,
    type: null,
    experience: null,
    employment: null,
    schedule: null,
    workFormats: [],
    professionalRoles: [],
    requirement: null,
    responsibility: null,
    hasTest: false,
    responseLetterRequired: false,
    acceptsIncompleteResumes: false,
    publishedAt: at,
    details: null,
    raw: {},
    state: 'active',
    monthlySalary: null,
    duplicateKey: null,
    revision: 1,
    firstSeenAt: at,
    lastSeenAt: at,
    changedAt: at,
    ...of,
  };
};

/** As the relay would send it: without duplicates, and with no area above its own. */
export const toIndex = (vacancy: Vacancy): VacancyToIndex => ({
  vacancy,
  areaPath: vacancy.area ? [vacancy.area] : [],
  isCanonical: true,
});

/** Indexes each vacancy by itself and makes them visible; fails if one is refused. */
export const put = (harness: VacancySearchHarness, ...vacancies: readonly Vacancy[]): Promise<void> =>
  putBeside(harness, ...vacancies.map(toIndex));

/** The same with what stands beside the vacancies. */
export const putBeside = async (
  { indexer }: VacancySearchHarness,
  ...vacancies: readonly VacancyToIndex[]
): Promise<void> => {
  expect(await indexer.index(vacancies)).toEqual(new Map());
  await indexer.refresh();
};

export const putTitles = (harness: VacancySearchHarness, ...titles: readonly string[]): Promise<void> =>
  put(harness, ...titles.map((title) => vacancyToFind({ title })));

/** A search without any wish. */
export const EVERYTHING: VacancySearch = {
  ...{ sort: 'published', order: 'desc', limit: 100, facets: [], highlight: false },
};

export const NO_HITS: VacancyHits = { items: [], total: { value: 0, exact: true }, facets: {}, degraded: false };

/** What the usual engine tells that has nothing to tell. */
export const NOTHING_TOLD = { items: [], degraded: false };

/** The vacancy as an engine tells it that was asked neither for a distance nor for highlights. */
export const hitOf = (vacancy: Vacancy): VacancyHit => ({
  ...vacancy,
  keySkills: vacancy.details?.keySkills ?? [],
  point: vacancy.address?.point ?? null,
  distanceMetres: null,
  highlights: null,
});

/** Searches as asked, else everything open, newest first. */
export const found = async ({ reader }: VacancySearchHarness, search: Partial<VacancySearch>): Promise<VacancyHits> => {
  const answer = await reader.search({ ...EVERYTHING, ...search });
  if (!answer.ok) throw new Error(`the search failed: ${answer.error.code}`);
  return answer.value;
};

export const foundTitles = async (
  harness: VacancySearchHarness,
  search: Partial<VacancySearch>,
): Promise<readonly string[]> => (await found(harness, search)).items.map(({ title }) => title);

export const failureOf = async (
  { reader }: VacancySearchHarness,
  search: Partial<VacancySearch>,
): Promise<SearchFailure | undefined> => {
  const answer = await reader.search({ ...EVERYTHING, ...search });
  return answer.ok ? undefined : answer.error;
};

/** Follows `next` to the end. */
export const walk = async (
  harness: VacancySearchHarness,
  search: Partial<VacancySearch>,
  betweenPages: () => Promise<void> = async () => {},
): Promise<readonly VacancyHits[]> => {
  const pages: VacancyHits[] = [];
  for (let from: VacancySearch['from'] | undefined; pages.length === 0 || from; from = pages.at(-1)?.next) {
    pages.push(await found(harness, { ...search, from }));
    await betweenPages();
  }
  return pages;
};

export const idsOf = (pages: readonly VacancyHits[]): readonly string[] =>
  pages.flatMap(({ items }) => items.map(({ id }) => id));
