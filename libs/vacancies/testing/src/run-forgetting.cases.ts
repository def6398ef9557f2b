import type { CollectionRun } from '@job-scope/vacancies-domain';
import type { RunEvent } from '@job-scope/vacancies-ports';
import { aDeadLetter, aRun, aWindow, at } from './builders';
import type { SuiteCase } from './suite';
import type { VacancyStoreHarness } from './vacancy-store-harness';

const page: RunEvent = { type: 'page-stored', data: {} };
const NEVER = new Date(0);
const SOME_DAY = new Date('9999-01-01T00:00:00Z');

/** Stores a run with three events, and one window with a part, that ended at this second; null if it has not ended. */
const aRunOf = async (harness: VacancyStoreHarness, second: number | null) => {
  const run = aRun();
  const window = aWindow({ runId: run.id });
  await harness.unitOfWork.run(async ({ collections }) => {
    await collections.addRun(run);
    await collections.addWindows([window, aWindow({ runId: run.id, parentId: window.id })]);
    await collections.appendEvents(run.id, [page, page, page], at(0));
    if (second !== null) await collections.finishRun(run.id, { outcome: 'complete', reason: null }, at(second));
  });
  return { run, window };
};

/** How many windows and events are known of a run. */
const known = async ({ runs, runEvents }: VacancyStoreHarness, { id }: CollectionRun) => [
  (await runs.windows(id, 9, null)).length,
  (await runEvents(id)).length,
];

const forget = async ({ unitOfWork }: VacancyStoreHarness, before: Date, limit: number): Promise<void> => {
  while (await unitOfWork.run((tx) => tx.collections.forgetHistory(before, limit)));
};

export const runForgettingCases: readonly SuiteCase<VacancyStoreHarness>[] = [
  {
    title: 'forgets how runs went that ended before then, and leaves the runs',
    check: async (harness) => {
      const [old, young] = [await aRunOf(harness, 9), await aRunOf(harness, 10)];
      const open = await aRunOf(harness, null);
      const before = await harness.runs.byId(old.run.id);
      await forget(harness, at(10), 9);
      expect(await known(harness, old.run)).toEqual([0, 0]);
      expect(await harness.runs.byId(old.run.id)).toEqual(before);
      for (const { run } of [young, open]) expect(await known(harness, run)).toEqual([2, 3]);
    },
  },
  {
    title: 'forgets so many windows and events of a run at most, of the run first that ended first',
    check: async (harness) => {
      const [second, first] = [await aRunOf(harness, 2), await aRunOf(harness, 1)];
      const step = () => harness.unitOfWork.run((tx) => tx.collections.forgetHistory(at(9), 1));
      expect(await step()).toBe(true);
      expect(await known(harness, first.run)).toEqual([1, 2]);
      expect(await known(harness, second.run)).toEqual([2, 3]);
      await forget(harness, at(9), 1);
      for (const { run } of [first, second]) expect(await known(harness, run)).toEqual([0, 0]);
      expect(await step()).toBe(false);
    },
  },
  {
    title: 'keeps all of a run that has a dead letter, until that is settled and forgotten',
    check: async (harness) => {
      const { run, window } = await aRunOf(harness, 1);
      const { unitOfWork } = harness;
      await unitOfWork.run((tx) => tx.deadLetters.add(aDeadLetter({ runId: run.id, windowId: window.id })));
      const letters = async () => {
        const listed = await Promise.all(
          (['open', 'discarded'] as const).map((state) => harness.deadLetters.list({ state, limit: 9 })),
        );
        return listed.flatMap((one) => (one.ok ? one.value.items : []));
      };
      const [letter] = await letters();
      const forgetLetters = (before: Date) => unitOfWork.run((tx) => tx.deadLetters.forgetSettled(before, 9));
      expect(await forgetLetters(SOME_DAY)).toBe(0);
      await unitOfWork.run((tx) => tx.deadLetters.settle(letter?.id ?? '', 'discarded', at(5)));
      expect(await forgetLetters(at(5))).toBe(0);
      await forget(harness, SOME_DAY, 9);
      expect([await known(harness, run), await letters()]).toMatchObject([[2, 3], [{ id: letter?.id }]]);
      expect(await forgetLetters(at(6))).toBe(1);
      await forget(harness, SOME_DAY, 9);
      expect([await known(harness, run), await letters()]).toEqual([[0, 0], []]);
    },
  },
  {
    title: 'forgets so many settled letters at most',
    check: async (harness) => {
      for (const second of [1, 2, 3]) {
        const { run } = await aRunOf(harness, second);
        await harness.unitOfWork.run((tx) => tx.deadLetters.add(aDeadLetter({ runId: run.id })));
      }
      const open = await harness.deadLetters.list({ state: 'open', limit: 9 });
      for (const { id } of open.ok ? open.value.items : []) {
        await harness.unitOfWork.run((tx) => tx.deadLetters.settle(id, 'replayed', at(5)));
      }
      const step = () => harness.unitOfWork.run((tx) => tx.deadLetters.forgetSettled(at(6), 2));
      expect([await step(), await step(), await step()]).toEqual([2, 1, 0]);
    },
  },
  {
    title: 'forgets what was brought by a key before then, so many at most',
    check: async ({ unitOfWork }) => {
      const run = aRun();
      const keys = ['a', 'b', 'c'].map((key) => ({ owner: 'ann', key }));
      await unitOfWork.run(async ({ collections, idempotencyKeys }) => {
        await collections.addRun(run);
        for (const key of keys) await idempotencyKeys.remember(key, { kind: 'run', id: run.id, fingerprint: 'f' });
      });
      const step = (before: Date) => unitOfWork.run((tx) => tx.idempotencyKeys.forget(before, 2));
      expect(await step(NEVER)).toBe(0);
      expect([await step(SOME_DAY), await step(SOME_DAY), await step(SOME_DAY)]).toEqual([2, 1, 0]);
      const found = await unitOfWork.run((tx) => Promise.all(keys.map((key) => tx.idempotencyKeys.find(key))));
      expect(found).toEqual([undefined, undefined, undefined]);
    },
  },
];
