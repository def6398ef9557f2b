import type { CollectionRun } from '@job-scope/vacancies-domain';
import type { RunEvent } from '@job-scope/vacancies-ports';
import { at, aRun } from './builders';
import type { SuiteCase } from './suite';
import type { VacancyStoreHarness } from './vacancy-store-harness';

const page = (number: number): RunEvent => ({ type: 'page-stored', data: { number, detail: null } });

const aStoredRun = async ({ unitOfWork }: VacancyStoreHarness): Promise<CollectionRun> => {
  const run = aRun();
  await unitOfWork.run(({ collections }) => collections.addRun(run));
  return run;
};

export const runHistoryCases: readonly SuiteCase<VacancyStoreHarness>[] = [
  {
    title: 'numbers the events of a run from one, whatever other runs do',
    check: async (harness) => {
      const [run, other] = [await aStoredRun(harness), await aStoredRun(harness)];
      const append = (id: string, events: readonly RunEvent[]) =>
        harness.unitOfWork.run((tx) => tx.collections.appendEvents(id, events, at(0)));
      await append(run.id, [page(1), page(2)]);
      await append(other.id, [page(9)]);
      await append(run.id, []);
      await append(run.id, [page(3)]);
      const expected = [1, 2, 3].map((seq) => ({ seq, ...page(seq) }));
      expect(await harness.runEvents(run.id)).toMatchObject(expected);
    },
  },
  {
    title: 'leaves no gap and repeats no number when several append at once and some roll back',
    check: async (harness) => {
      const run = await aStoredRun(harness);
      const append = (number: number) =>
        harness.unitOfWork.run(async (tx) => {
          await tx.collections.appendEvents(run.id, [page(number), page(number)], at(0));
          if (number % 3 === 0) throw new Error('rolled back');
        });
      await Promise.allSettled(Array.from({ length: 12 }, (_, index) => append(index)));
      const numbers = (await harness.runEvents(run.id)).map(({ seq }) => seq);
      expect(numbers).toEqual(Array.from({ length: 16 }, (_, index) => index + 1));
    },
  },
];
