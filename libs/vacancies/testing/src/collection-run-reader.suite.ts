import type { PagePosition } from '@job-scope/kernel';
import type { CollectionRun } from '@job-scope/vacancies-domain';
import type { CollectionRunReader } from '@job-scope/vacancies-ports';
import { at, aRun, aWindow } from './builders';
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
  {
    title: 'tells which of some runs are over',
    check: async (harness) => {
      const [going, over, foreign] = [aRun(), aRun(), aRun()];
      await add(harness, [going, over]);
      const conclusion = { outcome: 'cancelled', reason: null } as const;
      await harness.unitOfWork.run(({ collections }) => collections.finishRun(over.id, conclusion, at(1)));
      expect(await harness.runs.endedAmong([going.id, over.id, foreign.id])).toEqual([over.id]);
      expect(await harness.runs.endedAmong([])).toEqual([]);
    },
  },
  {
    title: 'shows the windows of a run in the order of their making, from any of them on, and of no other run',
    check: async (harness) => {
      const [run, other] = [aRun(), aRun()];
      await add(harness, [run, other]);
      const windows = [0, 1, 2].map((hour) =>
        aWindow({ runId: run.id, slice: { publishedFrom: at(hour), publishedTo: null, filters: { area: '1' } } }),
      );
      await harness.unitOfWork.run(({ collections }) =>
        collections.addWindows([...windows, aWindow({ runId: other.id })].reverse()),
      );
      expect(await harness.runs.windows(run.id, 9, null)).toEqual(windows);
      expect(await harness.runs.windows(run.id, 2, null)).toEqual(windows.slice(0, 2));
      expect(await harness.runs.windows(run.id, 9, windows[1]!.id)).toEqual(windows.slice(2));
      expect(await harness.runs.windows(aRun().id, 9, null)).toEqual([]);
    },
  },
  {
    title: 'tells what has happened to a run since a look at it',
    check: async (harness) => {
      const [run, other] = [aRun(), aRun()];
      await add(harness, [run, other]);
      const eventOf = (page: number) => ({ type: 'page-stored', data: { page, detail: null } }) as const;
      await harness.unitOfWork.run(async ({ collections }) => {
        await collections.appendEvents(run.id, [eventOf(1), eventOf(2), eventOf(3)], at(5));
        await collections.appendEvents(other.id, [eventOf(9)], at(6));
      });
      const events = [1, 2, 3].map((seq) => ({ seq, at: at(5), ...eventOf(seq) }));
      expect(await harness.runs.events(run.id, 0, 9)).toEqual(events);
      expect(await harness.runs.events(run.id, 1, 1)).toEqual(events.slice(1, 2));
      expect(await harness.runs.events(run.id, 3, 9)).toEqual([]);
      expect(await harness.runs.events(aRun().id, 0, 9)).toEqual([]);
    },
  },
];

/** What every `CollectionRunReader` must do besides reading single runs, which `describeVacancyUnitOfWork` covers. */
export const describeCollectionRunReader = (name: string, open: OpenHarness<VacancyStoreHarness>): void =>
  describeSuite(`${name}: a CollectionRunReader`, collectionRunReaderCases, open);
