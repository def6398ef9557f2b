import { NO_COUNTS } from '@job-scope/vacancies-domain';
import type { WindowProgress } from '@job-scope/vacancies-ports';
import { aRun, aWindow } from './builders';
import type { SuiteCase } from './suite';
import type { VacancyStoreHarness } from './vacancy-store-harness';

export const shownVacanciesCases: readonly SuiteCase<VacancyStoreHarness>[] = [
  {
    title: 'keeps what a window has shown, and what it last said to have, until that is said anew',
    check: async ({ unitOfWork }) => {
      const run = aRun();
      const window = aWindow({ runId: run.id });
      await unitOfWork.run(async ({ collections }) => {
        await collections.addRun(run);
        await collections.addWindows([window]);
      });
      const after = async (changes: Partial<WindowProgress>) => {
        const progress = { state: 'collecting', cursor: 'page 2', found: 40, delta: NO_COUNTS, ...changes } as const;
        await unitOfWork.run((tx) => tx.collections.advanceWindow(window.id, progress));
        const stored = await unitOfWork.run((tx) => tx.collections.lockWindow(window.id));
        return [stored?.shown, stored?.lastFound];
      };
      expect(await after({ shown: ['1', 'b "2"'], lastFound: 41 })).toEqual([['1', 'b "2"'], 41]);
      expect(await after({ state: 'failed' })).toEqual([['1', 'b "2"'], 41]);
      expect(await after({ state: 'done', shown: [], lastFound: 0 })).toEqual([[], 0]);
    },
  },
];
