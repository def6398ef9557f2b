import { at, aRun, aSchedule } from './builders';
import type { SuiteCase } from './suite';
import type { VacancyStoreHarness } from './vacancy-store-harness';

const KEY = { owner: 'ann', key: 'k' };

export const idempotencyCases: readonly SuiteCase<VacancyStoreHarness>[] = [
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

export const schedulingCases: readonly SuiteCase<VacancyStoreHarness>[] = [
  {
    title: 'gives a schedule back as it was stored, and keeps the first of a name',
    check: async ({ unitOfWork }) => {
      const schedule = aSchedule({ name: 'default', query: { areas: ['1'] } });
      await unitOfWork.run((tx) => tx.schedules.addIfAbsent(schedule));
      await unitOfWork.run((tx) => tx.schedules.addIfAbsent(aSchedule({ name: 'default', cron: '* * * * *' })));
      expect(await unitOfWork.run((tx) => tx.schedules.lockDue(at(0), 10))).toEqual([schedule]);
    },
  },
  {
    title: 'finds the schedules that are due, the longest overdue first, as many as asked for',
    check: async ({ unitOfWork }) => {
      const names = ['late', 'later', 'latest', 'not yet', 'off'];
      const times = [at(-10), at(-20), at(-30), at(1), at(-40)];
      await unitOfWork.run(async ({ schedules }) => {
        for (const [index, name] of names.entries()) {
          await schedules.addIfAbsent(aSchedule({ name, nextFireAt: times[index], enabled: name !== 'off' }));
        }
      });
      const due = (limit: number) => unitOfWork.run((tx) => tx.schedules.lockDue(at(0), limit));
      expect((await due(10)).map(({ name }) => name)).toEqual(['latest', 'later', 'late']);
      expect((await due(2)).map(({ name }) => name)).toEqual(['latest', 'later']);
    },
  },
  {
    title: 'moves a schedule to its next time',
    check: async ({ unitOfWork }) => {
      const schedule = aSchedule();
      await unitOfWork.run((tx) => tx.schedules.addIfAbsent(schedule));
      await unitOfWork.run((tx) => tx.schedules.setNextFire(schedule.id, at(60)));
      expect(await unitOfWork.run((tx) => tx.schedules.lockDue(at(59), 10))).toEqual([]);
      const moved = { ...schedule, nextFireAt: at(60) };
      expect(await unitOfWork.run((tx) => tx.schedules.lockDue(at(60), 10))).toEqual([moved]);
    },
  },
  {
    title: 'refuses to move a schedule that was never stored',
    check: async ({ unitOfWork }) => {
      const { id } = aSchedule();
      await expect(unitOfWork.run((tx) => tx.schedules.setNextFire(id, at(0)))).rejects.toThrow(id);
    },
  },
  {
    title: 'lets a time of a schedule be served once, and again only if serving it was rolled back',
    check: async ({ unitOfWork }) => {
      const schedule = aSchedule();
      await unitOfWork.run((tx) => tx.schedules.addIfAbsent(schedule));
      const fire = (fireAt: Date, fail = false) =>
        unitOfWork.run(async ({ schedules, collections }) => {
          const run = aRun();
          const first = await schedules.recordFire(schedule.id, fireAt, run.id);
          if (first) await collections.addRun(run);
          if (fail) throw new Error('rolled back');
          return first;
        });
      await expect(fire(at(0), true)).rejects.toThrow('rolled back');
      const answers = await Promise.all([1, 2, 3].map(() => fire(at(0))));
      expect(answers.filter(Boolean)).toHaveLength(1);
      expect(await fire(at(60))).toBe(true);
    },
  },
];
