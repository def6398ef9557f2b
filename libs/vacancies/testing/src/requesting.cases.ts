import { aRun } from './builders';
import type { SuiteCase } from './suite';
import type { VacancyStoreHarness } from './vacancy-store-harness';

const KEY = { owner: 'ann', key: 'k' };

export const idempotencyCases: readonly SuiteCase<VacancyStoreHarness>[] = [
  {
    title: 'keeps who asked for a run, of whatever kind they are',
    check: async ({ unitOfWork, runs }) => {
      const requesters = [
        { kind: 'user', userId: 'ann' },
        { kind: 'schedule', scheduleId: 's' },
        { kind: 'operator', name: 'root' },
      ] as const;
      for (const requestedBy of requesters) {
        const run = aRun({ requestedBy });
        await unitOfWork.run(({ collections }) => collections.addRun(run));
        expect(await runs.byId(run.id)).toEqual(run);
      }
    },
  },
  {
    title: 'remembers the first run of a key, and refuses every other',
    check: async ({ unitOfWork }) => {
      const [first, second] = [aRun(), aRun()];
      await unitOfWork.run(async ({ collections }) => {
        expect(await collections.findByIdempotencyKey(KEY)).toBeUndefined();
        expect(await collections.rememberIdempotencyKey(KEY, first.id, 'f')).toBe(true);
        await collections.addRun(first);
      });
      await unitOfWork.run(async ({ collections }) => {
        expect(await collections.rememberIdempotencyKey(KEY, second.id, 'g')).toBe(false);
        expect(await collections.findByIdempotencyKey(KEY)).toEqual({ runId: first.id, fingerprint: 'f' });
      });
    },
  },
  {
    title: 'keeps the keys of different owners apart',
    check: async ({ unitOfWork }) => {
      const run = aRun();
      await unitOfWork.run(async ({ collections }) => {
        await collections.addRun(run);
        expect(await collections.rememberIdempotencyKey(KEY, run.id, 'f')).toBe(true);
        expect(await collections.rememberIdempotencyKey({ ...KEY, owner: 'bob' }, run.id, 'f')).toBe(true);
      });
    },
  },
  {
    title: 'lets one of several that bring a key at once win, and shows the others its run',
    check: async ({ unitOfWork }) => {
      const bring = () =>
        unitOfWork.run(async ({ collections }) => {
          const run = aRun();
          const won = await collections.rememberIdempotencyKey(KEY, run.id, 'f');
          if (won) await collections.addRun(run);
          return { won, found: (await collections.findByIdempotencyKey(KEY))?.runId };
        });
      const answers = await Promise.all([1, 2, 3, 4].map(bring));
      expect(answers.filter(({ won }) => won)).toHaveLength(1);
      expect(new Set(answers.map(({ found }) => found)).size).toBe(1);
    },
  },
  {
    title: 'refuses a key for a run that is not stored when the transaction ends',
    check: async ({ unitOfWork }) => {
      const missing = unitOfWork.run((tx) => tx.collections.rememberIdempotencyKey(KEY, aRun().id, 'f'));
      await expect(missing).rejects.toThrow();
      expect(await unitOfWork.run((tx) => tx.collections.findByIdempotencyKey(KEY))).toBeUndefined();
    },
  },
];
