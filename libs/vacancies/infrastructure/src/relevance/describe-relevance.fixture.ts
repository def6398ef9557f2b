import type { Vacancy } from '@job-scope/vacancies-domain';
import type { VacancySearchIndexer, VacancySearchReader } from '@job-scope/vacancies-ports';
import { EVERYTHING, toIndex } from '@job-scope/vacancies-testing';
import { openDocuments } from './documents.fixture';
import { JUDGED_QUERIES, type JudgedQuery } from './judged-queries.fixture';
import { gradeOf } from './judgement.fixture';
import { DEPTH, ndcg } from './ndcg.fixture';

/** Both ends of one engine, on an index with nothing in it. */
export interface EmptyEngine {
  readonly reader: VacancySearchReader;
  readonly indexer: VacancySearchIndexer;
}

export interface Floor {
  /** Over all queries. */
  readonly mean: number;
  /** Over the queries of each kind. */
  readonly ofEachKind: number;
}

const KINDS = Object.entries(JUDGED_QUERIES);

/** Holds an engine to the judged queries, and prints how well it answers them. */
export const describeRelevance = (engine: string, open: () => Promise<EmptyEngine>, floor: Floor): void =>
  describe(`what ${engine} shows first`, () => {
    const reached = new Map<JudgedQuery, number>();
    const meanOf = (queries: readonly JudgedQuery[]): number =>
      queries.reduce((sum, query) => sum + (reached.get(query) ?? 0), 0) / queries.length;

    beforeAll(async () => {
      const [{ reader, indexer }, vacancies] = await Promise.all([open(), openDocuments()]);
      expect(await indexer.index(vacancies.map(toIndex))).toEqual(new Map());
      await indexer.refresh();
      for (const query of KINDS.flatMap(([, queries]) => queries)) {
        reached.set(query, await ndcgOf(reader, query, vacancies));
      }
    }, 180_000);

    afterAll(() => {
      const lines = KINDS.flatMap(([kind, queries]) => [
        line(meanOf(queries), kind),
        ...queries.map((query) => line(reached.get(query) ?? 0, `  ${query.text}`)),
      ]);
      process.stdout.write([`\nnDCG@${DEPTH} of ${engine}`, ...lines, line(meanOf(ALL), 'all'), ''].join('\n'));
    });

    it('has something to find for every query', () => {
      expect(ALL.filter((query) => Number.isNaN(reached.get(query))).map(({ text }) => text)).toEqual([]);
    });

    it(`comes to a mean nDCG@${DEPTH} of ${floor.mean} over ${ALL.length} queries`, () => {
      expect(meanOf(ALL)).toBeGreaterThanOrEqual(floor.mean);
    });

    it.each(KINDS)(`comes to ${floor.ofEachKind} for %s`, (_kind, queries) => {
      expect(meanOf(queries)).toBeGreaterThanOrEqual(floor.ofEachKind);
    });
  });

const ALL = KINDS.flatMap(([, queries]) => queries);

const line = (value: number, name: string): string => `${value.toFixed(3)}  ${name}`;

const ndcgOf = async (
  reader: VacancySearchReader,
  query: JudgedQuery,
  vacancies: readonly Vacancy[],
): Promise<number> => {
  const grades = new Map(vacancies.map((vacancy) => [vacancy.id, gradeOf(query, vacancy)]));
  const answer = await reader.search({ ...EVERYTHING, text: query.text, sort: 'relevance', limit: DEPTH });
  if (!answer.ok) throw new Error(`the search for ${query.text} failed: ${answer.error.code}`);
  return ndcg(
    answer.value.items.map(({ id }) => grades.get(id) ?? 0),
    [...grades.values()],
  );
};
