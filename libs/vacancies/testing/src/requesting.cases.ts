import type { CollectionRun } from '@job-scope/vacancies-domain';
import type { BroughtByKey } from '@job-scope/vacancies-ports';
import { at, aRun, aVacancyToStore } from './builders';
import type { SuiteCase } from './suite';
import type { VacancyStoreHarness } from './vacancy-store-harness';

const KEY = { owner: 'ann', key: 'k' };
const by = ({ id }: CollectionRun): BroughtByKey => ({ kind: 'run', id, fingerprint: 'f' });

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
      await unitOfWork.run(async ({ collections, idempotencyKeys }) => {
        expect(await idempotencyKeys.find(KEY)).toBeUndefined();
        expect(await idempotencyKeys.remember(KEY, by(first))).toBe(true);
        await collections.addRun(first);
      });
      await unitOfWork.run(async ({ idempotencyKeys }) => {
        expect(await idempotencyKeys.remember(KEY, by(second))).toBe(false);
        expect(await idempotencyKeys.find(KEY)).toEqual(by(first));
      });
    },
  },
  {
    title: 'remembers the vacancy of a key as well',
    check: async ({ unitOfWork }) => {
      await unitOfWork.run(async ({ vacancies, idempotencyKeys }) => {
        const { written } = await vacancies.store([aVacancyToStore('1', 'a')], at(0));
        const brought = { kind: 'vacancy', id: written[0]?.id ?? '', fingerprint: 'f' } as const;
        expect(await idempotencyKeys.remember(KEY, brought)).toBe(true);
        expect(await idempotencyKeys.find(KEY)).toEqual(brought);
      });
    },
  },
  {
    title: 'keeps the keys of different owners apart',
    check: async ({ unitOfWork }) => {
      const run = aRun();
      await unitOfWork.run(async ({ collections, idempotencyKeys }) => {
        await collections.addRun(run);
        expect(await idempotencyKeys.remember(KEY, by(run))).toBe(true);
        expect(await idempotencyKeys.remember({ ...KEY, owner: 'bob' }, by(run))).toBe(true);
      });
    },
  },
  {
    title: 'lets one of several that bring a key at once win, and shows the others its run',
    check: async ({ unitOfWork }) => {
      const bring = () =>
        unitOfWork.run(async ({ collections, idempotencyKeys }) => {
          const run = aRun();
          const won = await idempotencyKeys.remember(KEY, by(run));
          if (won) await collections.addRun(run);
          return { won, found: (await idempotencyKeys.find(KEY))?.id };
        });
      const answers = await Promise.all([1, 2, 3, 4].map(bring));
      expect(answers.filter(({ won }) => won)).toHaveLength(1);
      expect(new Set(answers.map(({ found }) => found)).size).toBe(1);
    },
  },
  {
    title: 'refuses a key for what is not stored when the transaction ends',
    check: async ({ unitOfWork }) => {
      for (const kind of ['run', 'vacancy'] as const) {
        const missing = unitOfWork.run((tx) => tx.idempotencyKeys.remember(KEY, { ...by(aRun()), kind }));
        await expect(missing).rejects.toThrow();
        expect(await unitOfWork.run((tx) => tx.idempotencyKeys.find(KEY))).toBeUndefined();
      }
    },
  },
];
