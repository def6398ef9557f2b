import type { PagePosition } from '@job-scope/kernel';
import { NO_COUNTS, type CollectionRun, type DeadLetter, type FreshDeadLetter } from '@job-scope/vacancies-domain';
import type { DeadLetterFilter } from '@job-scope/vacancies-ports';
import { aDeadLetter, aRun, aWindow, at } from './builders';
import type { SuiteCase } from './suite';
import type { VacancyStoreHarness } from './vacancy-store-harness';

type Harness = VacancyStoreHarness;

const aStoredRun = async ({ unitOfWork }: Harness): Promise<CollectionRun> => {
  const run = aRun();
  await unitOfWork.run(({ collections }) => collections.addRun(run));
  return run;
};

/** Letters of as many runs; gives them as they are read, in the order of their writing. */
const keep = async (harness: Harness, ...letters: readonly Partial<FreshDeadLetter>[]): Promise<DeadLetter[]> => {
  const kept: DeadLetter[] = [];
  for (const changes of letters) {
    const letter = aDeadLetter({ runId: (await aStoredRun(harness)).id, ...changes });
    await harness.unitOfWork.run((tx) => tx.deadLetters.add(letter));
    const [newest] = await listed(harness, { state: 'open' }, 1);
    if (!newest) throw new Error('nothing was kept');
    kept.push(newest);
  }
  return kept;
};

const page = async ({ deadLetters }: Harness, filter: DeadLetterFilter, limit: number, from?: PagePosition) => {
  const answer = await deadLetters.list({ ...filter, limit, from });
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
};

const listed = async (harness: Harness, filter: DeadLetterFilter, limit = 99) =>
  (await page(harness, filter, limit)).items;

export const deadLetterCases: readonly SuiteCase<Harness>[] = [
  {
    title: 'keeps a dead letter as it was written, until it is settled',
    check: async (harness) => {
      const run = await aStoredRun(harness);
      const window = aWindow({ runId: run.id });
      const letter = aDeadLetter({ runId: run.id, windowId: window.id, detail: 'зло' });
      await harness.unitOfWork.run(async (tx) => {
        await tx.collections.addWindows([window]);
        await tx.deadLetters.add(letter);
      });
      const [kept] = await listed(harness, { state: 'open' });
      expect(kept).toEqual({ ...letter, id: kept?.id, state: 'open', settledAt: null });
      const id = kept?.id ?? '';
      await harness.unitOfWork.run(async ({ deadLetters }) => {
        expect(await deadLetters.lock(id)).toEqual(kept);
        await deadLetters.settle(id, 'replayed', at(9));
      });
      const settled = { ...kept, state: 'replayed', settledAt: at(9) };
      expect(await harness.deadLetters.byId(id)).toEqual(settled);
      expect(await listed(harness, { state: 'open' })).toEqual([]);
      expect(await listed(harness, { state: 'replayed' })).toEqual([settled]);
    },
  },
  {
    title: 'refuses a second open letter of the same work, and takes one when the first is settled',
    check: async (harness) => {
      const [first] = await keep(harness, {});
      const again = () => harness.unitOfWork.run((tx) => tx.deadLetters.add(aDeadLetter({ runId: first!.runId })));
      await expect(again()).rejects.toThrow();
      await harness.unitOfWork.run((tx) => tx.deadLetters.settle(first!.id, 'discarded', at(1)));
      await again();
      expect(await listed(harness, { state: 'open' })).toHaveLength(1);
    },
  },
  {
    title: 'knows no letter that was never written, and settles none',
    check: async ({ unitOfWork, deadLetters }) => {
      const { id } = aRun();
      expect(await deadLetters.byId(id)).toBeUndefined();
      expect(await unitOfWork.run((tx) => tx.deadLetters.lock(id))).toBeUndefined();
      await expect(unitOfWork.run((tx) => tx.deadLetters.settle(id, 'discarded', at(1)))).rejects.toThrow();
    },
  },
  {
    title: 'lists dead letters once, the newest first, whatever the size of a page, and only those that fit',
    check: async (harness) => {
      const blocked = { reason: 'source.blocked' } as const;
      const kept = await keep(harness, {}, blocked, { source: 'trudvsem' }, { ...blocked, source: 'trudvsem' }, {});
      const newest = [...kept].reverse();
      expect(await listed(harness, { state: 'open' })).toEqual(newest);
      const first = await page(harness, { state: 'open' }, 2);
      const second = await page(harness, { state: 'open' }, 2, first.next);
      const third = await page(harness, { state: 'open' }, 2, second.next);
      expect([...first.items, ...second.items, ...third.items]).toEqual(newest);
      expect(third.next).toBeUndefined();
      expect(await listed(harness, { state: 'open', ...blocked })).toEqual([kept[3], kept[1]]);
      expect(await listed(harness, { state: 'open', source: 'trudvsem' })).toEqual([kept[3], kept[2]]);
      expect(await listed(harness, { state: 'open', source: 'headhunter', ...blocked })).toEqual([kept[1]]);
    },
  },
  {
    title: 'refuses a position among dead letters that it did not give, or that was altered',
    check: async (harness) => {
      await keep(harness, {}, {});
      const { next } = await page(harness, { state: 'open' }, 1);
      const altered = [{ list: 'another' }, { after: [] }, { after: ["'; --"] }, { after: [...next!.after, 1] }];
      for (const change of altered) {
        const from = { ...next!, ...change } as PagePosition;
        const refused = { ok: false, error: { code: 'dead-letters.cursor-expired' } };
        expect(await harness.deadLetters.list({ state: 'open', limit: 1, from })).toEqual(refused);
      }
    },
  },
  {
    title: 'groups what is open by source and reason',
    check: async (harness) => {
      expect(await harness.deadLetters.groups()).toEqual([]);
      const [settled] = await keep(
        harness,
        { failedAt: at(0) },
        { failedAt: at(5) },
        { failedAt: at(3) },
        { reason: 'source.blocked', failedAt: at(1) },
        { source: 'trudvsem', failedAt: at(2) },
      );
      await harness.unitOfWork.run((tx) => tx.deadLetters.settle(settled!.id, 'discarded', at(9)));
      const one = { count: 1 };
      expect(await harness.deadLetters.groups()).toEqual([
        { source: 'headhunter', reason: 'job.failed', count: 2, firstAt: at(3), lastAt: at(5) },
        { source: 'headhunter', reason: 'source.blocked', ...one, firstAt: at(1), lastAt: at(1) },
        { source: 'trudvsem', reason: 'job.failed', ...one, firstAt: at(2), lastAt: at(2) },
      ]);
    },
  },
  {
    title: 'opens a run and a window again that had ended, and leaves their counts',
    check: async ({ unitOfWork, runs }) => {
      const run = aRun();
      const [begun, fresh] = [aWindow({ runId: run.id }), aWindow({ runId: run.id })];
      const counts = { ...NO_COUNTS, requests: 1, fetched: 2, created: 2 };
      await unitOfWork.run(async ({ collections }) => {
        await collections.addRun(run);
        await collections.startRun(run.id, at(1), 1_000);
        await collections.addWindows([begun, fresh]);
        await collections.advanceWindow(begun.id, { state: 'failed', cursor: '1', found: 5, delta: counts });
        await collections.advanceWindow(fresh.id, {
          ...{ state: 'blocked', cursor: null, found: null },
          delta: { ...counts, requests: 0, fetched: 0, created: 0 },
        });
        await collections.finishRun(run.id, { outcome: 'partial', reason: 'why' }, at(2));
      });
      await unitOfWork.run(async ({ collections }) => {
        await collections.reopenWindow(begun.id);
        await collections.reopenWindow(fresh.id);
        await collections.reopenRun(run.id, 'collecting');
      });
      const windows = await runs.windows(run.id, 9, null);
      expect(windows.map(({ state, cursor }) => [state, cursor])).toEqual([
        ['collecting', '1'],
        ['planned', null],
      ]);
      const open = { status: 'collecting', outcome: null, reason: null, finishedAt: null, startedAt: at(1) };
      expect(await runs.byId(run.id)).toEqual({ ...run, ...open, maxRequests: 1_000, found: 5, counts });
    },
  },
];
