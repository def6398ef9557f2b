import { aRun, at } from './builders';
import type { SuiteCase } from './suite';
import type { VacancyStoreHarness } from './vacancy-store-harness';

export const sourceSwitchCases: readonly SuiteCase<VacancyStoreHarness>[] = [
  {
    title: 'keeps since when a source is paused, until it is resumed, and leaves the others alone',
    check: async ({ unitOfWork }) => {
      const both = () =>
        unitOfWork.run(async ({ switches }) => [
          await switches.pausedSince('headhunter'),
          await switches.pausedSince('trudvsem'),
        ]);
      expect(await both()).toEqual([null, null]);
      expect(await unitOfWork.run((tx) => tx.switches.pause('headhunter', at(1)))).toBe(true);
      expect(await unitOfWork.run((tx) => tx.switches.pause('headhunter', at(2)))).toBe(false);
      expect(await both()).toEqual([at(1), null]);
      expect(await unitOfWork.run((tx) => tx.switches.resume('headhunter'))).toBe(true);
      expect(await unitOfWork.run((tx) => tx.switches.resume('headhunter'))).toBe(false);
      expect(await both()).toEqual([null, null]);
    },
  },
  {
    title: 'tells which runs of a source have not ended',
    check: async ({ unitOfWork }) => {
      const [waiting, ended] = [aRun(), aRun()];
      const other = aRun({ source: 'trudvsem' });
      const open = await unitOfWork.run(async ({ collections }) => {
        for (const run of [waiting, ended, other]) await collections.addRun(run);
        await collections.finishRun(ended.id, { outcome: 'empty', reason: null }, at(1));
        return collections.openRuns('headhunter');
      });
      expect(open).toEqual([waiting.id]);
    },
  },
];
