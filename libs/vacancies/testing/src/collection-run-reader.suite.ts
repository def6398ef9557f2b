import type { PagePosition } from '@job-scope/kernel';
import type { CollectionRun } from '@job-scope/vacancies-domain';
import type { CollectionRunReader } from '@job-scope/vacancies-ports';
import { at, aRun } from './builders';
import { describeSuite, type OpenHarness, type SuiteCase } from './suite';
import type { VacancyStoreHarness } from './vacancy-store-harness';

const add = ({ unitOfWork }: VacancyStoreHarness, runs: readonly CollectionRun[]) =>
  unitOfWork.run(async ({ collections }) => {
    for (const run of runs) await collections.addRun(run);
  });

const page = async (reader: CollectionRunReader, limit: number, from?: PagePosition) => {
  const answer = await reader.list({ limit, from });
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
};

const pages = async (reader: CollectionRunReader, limit: number): Promise<string[][]> => {
  const ids: string[][] = [];
  for (let from: PagePosition | undefined, more = true; more; more = from !== undefined) {
    const { items, next } = await page(reader, limit, from);
    ids.push(items.map(({ id }) => id));
    from = next;
  }
  return ids;
};

/** Five runs, two of them asked for in the same millisecond; newest first. */
const someRuns = (): CollectionRun[] => [0, 1, 2, 2, 3].map((second) => aRun({ requestedAt: at(second) })).reverse();

export const collectionRunReaderCases: readonly SuiteCase<VacancyStoreHarness>[] = [
  {
    title: 'lists nothing when there is nothing',
    check: async ({ runs }) => expect(await page(runs, 10)).toEqual({ items: [] }),
  },
  {
    title: 'lists every run once, newest first, whatever the size of a page',
    check: async (harness) => {
      const runs = someRuns();
      await add(harness, [...runs].reverse());
      const ids = runs.map(({ id }) => id);
      expect((await page(harness.runs, 5)).items).toEqual(runs);
      expect(await pages(harness.runs, 5)).toEqual([ids]);
      expect(await pages(harness.runs, 2)).toEqual([ids.slice(0, 2), ids.slice(2, 4), ids.slice(4)]);
      expect(await pages(harness.runs, 1)).toEqual(ids.map((id) => [id]));
    },
  },
  {
    title: 'repeats and loses no run when new ones come while it is read',
    check: async (harness) => {
      const runs = someRuns();
      await add(harness, runs);
      const { next } = await page(harness.runs, 2);
      await add(harness, [aRun({ requestedAt: at(9) })]);
      expect((await page(harness.runs, 9, next)).items).toEqual(runs.slice(2));
    },
  },
  {
    title: 'refuses a position that it did not give, or that was altered',
    check: async (harness) => {
      await add(harness, someRuns());
      const { next } = await page(harness.runs, 2);
      const foreign: PagePosition[] = [
        { ...next!, list: 'vacancies/other/list' },
        { ...next!, after: [] },
        { ...next!, after: next!.after.map(() => null) },
        { ...next!, after: next!.after.map(() => `'; DROP TABLE runs`) },
        { ...next!, after: [...next!.after, 1] },
      ];
      for (const from of foreign) {
        const refused = { ok: false, error: { code: 'collections.cursor-expired' } };
        expect(await harness.runs.list({ limit: 2, from })).toEqual(refused);
      }
    },
  },
];

/** What every `CollectionRunReader` must do besides reading single runs, which `describeVacancyUnitOfWork` covers. */
export const describeCollectionRunReader = (name: string, open: OpenHarness<VacancyStoreHarness>): void =>
  describeSuite(`${name}: a CollectionRunReader`, collectionRunReaderCases, open);
