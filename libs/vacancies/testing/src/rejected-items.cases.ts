import type { RejectedItem } from '@job-scope/vacancies-ports';
import { aRun, at } from './builders';
import type { SuiteCase } from './suite';
import type { VacancyStoreHarness } from './vacancy-store-harness';

const anItem = (sourceId: string | null, raw: unknown): RejectedItem => ({ sourceId, reason: 'name is null', raw });

const aStoredRun = async ({ unitOfWork }: VacancyStoreHarness) => {
  const run = aRun();
  await unitOfWork.run((tx) => tx.collections.addRun(run));
  return run;
};

const kept = ({ payloads }: VacancyStoreHarness, after: string | null = null, limit = 10) =>
  payloads.rejected({ source: 'headhunter', after, limit });

export const rejectedItemCases: readonly SuiteCase<VacancyStoreHarness>[] = [
  {
    title: 'V-6: keeps the latest payload of each item that was not understood, as it came, until it is understood',
    check: async (harness) => {
      const [first, second] = [await aStoredRun(harness), await aStoredRun(harness)];
      const keep = (run: typeof first, items: readonly RejectedItem[], seconds: number) =>
        harness.unitOfWork.run((tx) => tx.rejectedItems.keep(run, items, at(seconds)));
      await keep(first, [anItem('2', { id: '2', a: [1, null] }), anItem('1', 'old'), anItem('1', null)], 1);
      await keep(second, [anItem('1', { id: '1', text: 'a "b"' })], 2);
      await keep(second, [], 3);
      const [one, two] = [
        { sourceId: '1', runId: second.id, raw: { id: '1', text: 'a "b"' }, rejectedAt: at(2) },
        { sourceId: '2', runId: first.id, raw: { id: '2', a: [1, null] }, rejectedAt: at(1) },
      ];
      expect(await kept(harness)).toEqual([one, two]);
      expect([await kept(harness, null, 1), await kept(harness, '1')]).toEqual([[one], [two]]);
      await harness.unitOfWork.run((tx) => tx.rejectedItems.forget('trudvsem', ['1']));
      await harness.unitOfWork.run((tx) => tx.rejectedItems.forget('headhunter', ['1', 'unknown']));
      expect(await kept(harness)).toEqual([two]);
      const settle = (sourceId: string, seconds: number) =>
        harness.unitOfWork.run((tx) => tx.rejectedItems.settle('headhunter', [{ sourceId, rejectedAt: at(seconds) }]));
      expect([await settle('2', 0), await settle('1', 1), await kept(harness)]).toEqual([[], [], [two]]);
      expect([await settle('2', 1), await kept(harness)]).toEqual([['2'], []]);
    },
  },
  {
    title: 'keeps no item that has no identifier, and none of a run that was never stored',
    check: async (harness) => {
      const { id, source } = aRun();
      const keep = (items: readonly RejectedItem[]) =>
        harness.unitOfWork.run((tx) => tx.rejectedItems.keep({ id, source }, items, at(0)));
      await keep([anItem(null, 'nobody')]);
      expect(await kept(harness)).toEqual([]);
      await expect(keep([anItem('1', {})])).rejects.toThrow();
    },
  },
];
