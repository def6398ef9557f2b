import type { VacancySearchAdministration, VacancySearchIndexer } from '@job-scope/vacancies-ports';
import { toIndex, vacancyToFind } from './search-harness';
import { describeSuite, type OpenHarness, type SuiteCase } from './suite';

/** Both ends that write to one engine, which has no index yet. */
export interface SearchAdministrationHarness {
  readonly administration: VacancySearchAdministration;
  readonly indexer: VacancySearchIndexer;
  /** A part of what is stored: what was rebuilt keeps only that. */
  store(ids: readonly string[]): Promise<void>;
}

/** Puts so many vacancies into the index, in the order of their identifiers. */
const put = async ({ indexer }: SearchAdministrationHarness, count: number) => {
  const vacancies = Array.from({ length: count }, () => vacancyToFind());
  expect(await indexer.index(vacancies.map(toIndex))).toEqual(new Map());
  await indexer.refresh();
  return vacancies.map(({ id, revision }) => ({ id, revision }));
};

export const searchAdministrationCases: readonly SuiteCase<SearchAdministrationHarness>[] = [
  {
    title: 'tells of an index that it is absent, then ready',
    check: async (harness) => {
      expect(await harness.administration.status()).toMatchObject({ state: 'absent', documents: 0 });
      await harness.indexer.prepare();
      await put(harness, 2);
      const { version } = harness.administration;
      expect(await harness.administration.status()).toMatchObject({ state: 'ready', version, documents: 2 });
    },
  },
  {
    title: 'pages through the revisions in the order of identifiers',
    check: async (harness) => {
      await harness.indexer.prepare();
      const all = await put(harness, 5);
      expect(await harness.administration.revisionsAfter(null, 3)).toEqual(all.slice(0, 3));
      expect(await harness.administration.revisionsAfter(all[2]!.id, 3)).toEqual(all.slice(3));
      expect(await harness.administration.revisionsAfter(all[4]!.id, 3)).toEqual([]);
    },
  },
  {
    title: 'tells the revisions of this moment, though searches may not see them yet',
    check: async ({ administration, indexer }) => {
      await indexer.prepare();
      const vacancy = vacancyToFind({ revision: 3 });
      const stranger = vacancyToFind();
      await indexer.index([toIndex(vacancy)]);
      expect(await administration.revisionsOf([vacancy.id, stranger.id])).toEqual([{ id: vacancy.id, revision: 3 }]);
      expect(await administration.revisionsOf([])).toEqual([]);
    },
  },
  {
    title: 'removes what it is told, and nothing else',
    check: async (harness) => {
      const { administration, indexer } = harness;
      await indexer.prepare();
      const [first, second, third] = await put(harness, 3);
      await indexer.remove([first!.id, third!.id, vacancyToFind().id]);
      expect(await administration.revisionsOf([first!.id, second!.id, third!.id])).toEqual([second]);
    },
  },
  {
    title: 'lets the same revision come back that was removed',
    check: async ({ administration, indexer }) => {
      await indexer.prepare();
      const vacancy = vacancyToFind({ revision: 3 });
      await indexer.index([toIndex(vacancy)]);
      await indexer.remove([vacancy.id]);
      expect(await indexer.index([toIndex(vacancy)])).toEqual(new Map());
      expect(await administration.revisionsOf([vacancy.id])).toEqual([{ id: vacancy.id, revision: 3 }]);
    },
  },
  {
    title: 'rebuilds step by step, each of which may be taken twice, and keeps what is written meanwhile',
    check: async (harness) => {
      const { administration, indexer } = harness;
      await indexer.prepare();
      const [old, kept] = await put(harness, 2);
      const twice = async (step: () => Promise<void>) => {
        await step();
        await step();
      };
      const name = await administration.beginRebuild('anew');
      expect(await administration.beginRebuild('anew')).toBe(name);
      expect((await administration.status()).documents).toBe(2);
      const written = await put(harness, 1);
      await indexer.index([toIndex(vacancyToFind({ ...kept }))]);
      await harness.store([kept!.id, written[0]!.id]);
      expect(await administration.documentsOf(name)).toBeGreaterThanOrEqual(2);
      await twice(() => administration.completeRebuild(name));
      await twice(() => administration.dropOthers());
      await indexer.refresh();
      expect(await administration.status()).toMatchObject({ state: 'ready', name, documents: 2 });
      expect(await administration.revisionsOf([old!.id])).toEqual([]);
      expect(await administration.revisionsAfter(null, 9)).toEqual([kept, ...written]);
    },
  },
  {
    title: 'never replaces a later revision, in an index that is being filled either',
    check: async ({ administration, indexer }) => {
      await indexer.prepare();
      const name = await administration.beginRebuild('anew');
      const vacancy = vacancyToFind({ revision: 2 });
      await indexer.index([toIndex(vacancy)]);
      expect(await indexer.index([toIndex({ ...vacancy, revision: 1 })])).toEqual(new Map());
      await administration.completeRebuild(name);
      expect(await administration.revisionsOf([vacancy.id])).toEqual([{ id: vacancy.id, revision: 2 }]);
    },
  },
  {
    title: 'rebuilds where there was no index, and not before it is complete',
    check: async (harness) => {
      const { administration, indexer } = harness;
      const name = await administration.beginRebuild('first');
      const written = await put(harness, 1);
      await harness.store(written.map(({ id }) => id));
      expect((await administration.status()).state).not.toBe('ready');
      await administration.completeRebuild(name);
      await administration.dropOthers();
      await indexer.prepare();
      expect(await administration.status()).toMatchObject({ state: 'ready', name, documents: 1 });
    },
  },
  {
    title: 'forgets a rebuild that is given up: the index is as it was',
    check: async (harness) => {
      const { administration, indexer } = harness;
      await indexer.prepare();
      const [vacancy] = await put(harness, 1);
      const before = await administration.status();
      const name = await administration.beginRebuild('failing');
      await administration.abandonRebuild(name);
      await administration.abandonRebuild(name);
      expect(await administration.status()).toEqual(before);
      await put(harness, 1);
      expect(await administration.revisionsOf([vacancy!.id])).toEqual([vacancy]);
    },
  },
  {
    title: 'drops everything, twice if it must',
    check: async (harness) => {
      await harness.indexer.prepare();
      await put(harness, 2);
      await harness.administration.drop();
      await harness.administration.drop();
      expect(await harness.administration.status()).toMatchObject({ state: 'absent', documents: 0 });
      expect(await harness.administration.revisionsAfter(null, 9)).toEqual([]);
      await harness.indexer.prepare();
      expect((await harness.administration.status()).state).toBe('ready');
    },
  },
];

export const describeSearchAdministration = (name: string, open: OpenHarness<SearchAdministrationHarness>): void =>
  describeSuite(`VacancySearchAdministration: ${name}`, searchAdministrationCases, open);
