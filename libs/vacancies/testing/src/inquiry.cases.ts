import { aRun, at } from './builders';
import type { SuiteCase } from './suite';
import { threeStored } from './sweep.cases';
import type { VacancyStoreHarness } from './vacancy-store-harness';

const aStoredRun = async ({ unitOfWork }: VacancyStoreHarness) => {
  const run = aRun();
  await unitOfWork.run((tx) => tx.collections.addRun(run));
  return run;
};

const dueIn = async ({ unitOfWork }: VacancyStoreHarness, runId: string, limit = 10) =>
  (await unitOfWork.run((tx) => tx.inquiries.due(runId, limit))).map(({ vacancyId }) => vacancyId);

export const inquiryCases: readonly SuiteCase<VacancyStoreHarness>[] = [
  {
    title: 'keeps what is to be asked for until it is settled, the newest first',
    check: async (harness) => {
      const { unitOfWork } = harness;
      const [one = '', two = '', three = ''] = await threeStored(harness);
      const { id: runId } = await aStoredRun(harness);
      await unitOfWork.run((tx) => tx.inquiries.add(runId, [two, one, three]));
      await unitOfWork.run((tx) => tx.inquiries.add(runId, []));
      expect(await unitOfWork.run((tx) => tx.inquiries.due(runId, 2))).toMatchObject([
        { vacancyId: three, sourceId: '3', state: 'active' },
        { vacancyId: two, sourceId: '2', state: 'active' },
      ]);
      expect(await unitOfWork.run((tx) => tx.inquiries.settle(runId, [three]))).toEqual([three]);
      expect(await unitOfWork.run((tx) => tx.inquiries.settle(runId, [three]))).toEqual([]);
      expect(await dueIn(harness, runId)).toEqual([two, one]);
    },
  },
  {
    title: 'lets a vacancy that changed again wait for the run that has seen that, and nobody else settle it',
    check: async (harness) => {
      const { unitOfWork } = harness;
      const [one = '', two = ''] = await threeStored(harness);
      const [first, second] = [await aStoredRun(harness), await aStoredRun(harness)];
      await unitOfWork.run((tx) => tx.inquiries.add(first.id, [one, two]));
      await unitOfWork.run((tx) => tx.inquiries.add(second.id, [one]));
      expect(await unitOfWork.run((tx) => tx.inquiries.settle(first.id, [one, two]))).toEqual([two]);
      expect(await dueIn(harness, second.id)).toEqual([one]);
    },
  },
  {
    title: 'lets those that were asked for in vain come last, until they have changed again',
    check: async (harness) => {
      const { unitOfWork } = harness;
      const [one = '', two = '', three = ''] = await threeStored(harness);
      const { id: runId } = await aStoredRun(harness);
      const { id: another } = await aStoredRun(harness);
      await unitOfWork.run((tx) => tx.inquiries.add(runId, [one, two, three]));
      await unitOfWork.run((tx) => tx.inquiries.setAside(runId, [three, two]));
      await unitOfWork.run((tx) => tx.inquiries.setAside(runId, [three]));
      await unitOfWork.run((tx) => tx.inquiries.setAside(another, [one]));
      expect(await unitOfWork.run((tx) => tx.inquiries.due(runId, 10))).toMatchObject([
        { vacancyId: one, tries: 0 },
        { vacancyId: two, tries: 1 },
        { vacancyId: three, tries: 2 },
      ]);
      await unitOfWork.run((tx) => tx.inquiries.add(runId, [three]));
      expect(await dueIn(harness, runId)).toEqual([three, one, two]);
    },
  },
  {
    title: 'hands on what runs have left that are over, and only that',
    check: async (harness) => {
      const { unitOfWork } = harness;
      const [one = '', two = ''] = await threeStored(harness);
      const [over, underWay, next] = [await aStoredRun(harness), await aStoredRun(harness), await aStoredRun(harness)];
      await unitOfWork.run(async (tx) => {
        await tx.inquiries.add(over.id, [one]);
        await tx.inquiries.add(underWay.id, [two]);
        await tx.collections.finishRun(over.id, { outcome: 'partial', reason: 'why' }, at(1));
        expect(await tx.inquiries.adopt({ id: next.id, source: 'trudvsem' }, 10)).toBe(0);
      });
      expect(await dueIn(harness, next.id)).toEqual([]);
      expect(await unitOfWork.run((tx) => tx.inquiries.adopt(next, 10))).toBe(1);
      expect(await dueIn(harness, next.id)).toEqual([one]);
      expect(await dueIn(harness, underWay.id)).toEqual([two]);
    },
  },
  {
    title: 'hands it on in portions, of however many runs, and each vacancy once, whoever takes',
    check: async (harness) => {
      const { unitOfWork } = harness;
      const [one = '', two = '', three = ''] = await threeStored(harness);
      const over = [await aStoredRun(harness), await aStoredRun(harness)];
      const [next, another] = [await aStoredRun(harness), await aStoredRun(harness)];
      await unitOfWork.run(async (tx) => {
        await tx.inquiries.add(over[0]?.id ?? '', [one, two]);
        await tx.inquiries.add(over[1]?.id ?? '', [three]);
        for (const { id } of over) await tx.collections.finishRun(id, { outcome: 'partial', reason: null }, at(1));
      });
      const adopt = (run: typeof next, limit: number) => unitOfWork.run((tx) => tx.inquiries.adopt(run, limit));
      expect(await adopt(next, 2)).toBe(2);
      expect((await Promise.all([adopt(next, 2), adopt(another, 2)])).sort()).toEqual([0, 1]);
      expect(await adopt(next, 2)).toBe(0);
      const adopted = [...(await dueIn(harness, next.id)), ...(await dueIn(harness, another.id))];
      expect(adopted.sort()).toEqual([one, two, three]);
    },
  },
  {
    title: 'gives a run the requests that it may send, and no more, whoever asks',
    check: async (harness) => {
      const { unitOfWork, runs } = harness;
      const run = await aStoredRun(harness);
      const take = (wanted: number) => unitOfWork.run((tx) => tx.collections.takeRequests(run.id, wanted));
      await unitOfWork.run((tx) => tx.collections.startRun(run.id, at(0), 30));
      expect((await runs.byId(run.id))?.maxRequests).toBe(30);
      expect([await take(2), await take(20), await take(20)]).toEqual([2, 3, 3]);
      const taken = await Promise.all(Array.from({ length: 25 }, () => take(20)));
      expect(taken.reduce((sum, count) => sum + count, 0)).toBe(22);
      await unitOfWork.run((tx) => tx.collections.giveBackRequests(run.id, 2));
      const isLeft = () => unitOfWork.run((tx) => tx.collections.hasRequestsLeft(run.id));
      expect([await isLeft(), await take(20), await isLeft(), await take(20)]).toEqual([true, 1, true, 1]);
      expect([await isLeft(), await take(20)]).toEqual([false, 0]);
    },
  },
  {
    title: 'keeps to the limit of its own that a run was asked for with',
    check: async (harness) => {
      const run = aRun({ maxRequests: 3, mode: 'incremental' });
      await harness.unitOfWork.run(async ({ collections }) => {
        await collections.addRun(run);
        await collections.startRun(run.id, at(0), 10);
      });
      expect(await harness.runs.byId(run.id)).toMatchObject({ maxRequests: 3, mode: 'incremental' });
      expect(await harness.unitOfWork.run((tx) => tx.collections.takeRequests(run.id, 10))).toBe(1);
    },
  },
  {
    title: 'knows when all of a query was last read, whatever the order of its parts',
    check: async ({ unitOfWork }) => {
      const query = { text: 'C++', areas: ['1'] };
      const read = (parts: object) => unitOfWork.run((tx) => tx.collections.lastReadAt('headhunter', parts));
      const end = async (seconds: number, outcome: 'complete' | 'empty' | 'partial' | 'parse-errors') => {
        const run = aRun({ query });
        await unitOfWork.run(async ({ collections }) => {
          await collections.addRun(run);
          await collections.startRun(run.id, at(seconds), 10);
          await collections.finishRun(run.id, { outcome, reason: null }, at(seconds + 1));
        });
      };
      expect(await read(query)).toBeUndefined();
      await end(10, 'complete');
      await end(20, 'empty');
      await end(5, 'parse-errors');
      await end(30, 'partial');
      expect(await read({ areas: ['1'], text: 'C++' })).toEqual(at(20));
      expect(await read({ text: 'C++' })).toBeUndefined();
      expect(await unitOfWork.run((tx) => tx.collections.lastReadAt('trudvsem', query))).toBeUndefined();
    },
  },
];
