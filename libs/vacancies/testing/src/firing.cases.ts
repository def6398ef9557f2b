import type { CollectionRun, FireOutcome, Schedule, ScheduleFire } from '@job-scope/vacancies-domain';
import { at, aRun, aSchedule } from './builders';
import type { SuiteCase } from './suite';
import type { VacancyStoreHarness } from './vacancy-store-harness';

const add = ({ unitOfWork }: VacancyStoreHarness, ...schedules: readonly Schedule[]) =>
  unitOfWork.run(async (tx) => {
    for (const schedule of schedules) await tx.schedules.add(schedule);
  });

const runOf = ({ id }: Schedule, changes: Partial<CollectionRun> = {}) =>
  aRun({ requestedBy: { kind: 'schedule', scheduleId: id }, ...changes });

const FINISHED = { status: 'finished', outcome: 'empty', startedAt: at(0), finishedAt: at(0) } as const;

const leftOut = (fireAt: Date, outcome: FireOutcome = 'skipped-overlap'): ScheduleFire => ({
  at: fireAt,
  outcome,
  runId: null,
  recordedAt: at(1),
});

export const firingCases: readonly SuiteCase<VacancyStoreHarness>[] = [
  {
    title: 'finds the schedules that are due, the longest overdue first',
    check: async (harness) => {
      const stored = [at(-10), at(-20), at(-30), at(1)].map((dueAt) => aSchedule({ nextFireAt: at(-60), dueAt }));
      const paused = aSchedule({ nextFireAt: at(-40), paused: true });
      await add(harness, ...stored, paused);
      const [late, later, latest] = stored;
      const next = (...except: readonly Schedule[]) => {
        const ids = except.map(({ id }) => id);
        return harness.unitOfWork.run((tx) => tx.schedules.lockNextDue(at(0), ids));
      };
      expect(await next()).toEqual(latest);
      expect(await next(latest!)).toEqual(later);
      expect(await next(latest!, later!)).toEqual(late);
      expect(await next(latest!, later!, late!)).toBeUndefined();
    },
  },
  {
    title: 'moves a schedule to its next time, and changes nothing else of it',
    check: async (harness) => {
      const schedule = aSchedule();
      await add(harness, schedule);
      const progress = { nextFireAt: at(60), dueAt: at(70), waitingFireAt: at(0) };
      await harness.unitOfWork.run((tx) => tx.schedules.advance(schedule.id, progress));
      const moved = { ...schedule, ...progress };
      const due = (now: Date) => harness.unitOfWork.run((tx) => tx.schedules.lockNextDue(now, []));
      expect(await due(at(69))).toBeUndefined();
      expect(await due(at(70))).toEqual(moved);
    },
  },
  {
    title: 'lets a time of a schedule be served once, and again only if serving it was rolled back',
    check: async (harness) => {
      const schedule = aSchedule();
      await add(harness, schedule);
      const fire = (fireAt: Date, fail = false) =>
        harness.unitOfWork.run(async ({ schedules, collections }) => {
          const run = runOf(schedule);
          const first = await schedules.recordFire(schedule.id, { ...leftOut(fireAt, 'fired'), runId: run.id });
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
  {
    title: 'refuses a fire with a run that is not stored when the transaction ends',
    check: async (harness) => {
      const schedule = aSchedule();
      await add(harness, schedule);
      const fire = { ...leftOut(at(0), 'fired'), runId: aRun().id };
      await expect(harness.unitOfWork.run((tx) => tx.schedules.recordFire(schedule.id, fire))).rejects.toThrow();
      expect(await harness.schedules.lastFires(schedule.id, 9)).toEqual([]);
    },
  },
  {
    title: 'knows whether a run of a schedule is under way',
    check: async (harness) => {
      const [schedule, other] = [aSchedule(), aSchedule()];
      await add(harness, schedule, other);
      const isOpen = () => harness.unitOfWork.run((tx) => tx.schedules.hasOpenRun(schedule.id));
      const addRun = (run: CollectionRun) => harness.unitOfWork.run((tx) => tx.collections.addRun(run));
      await addRun(runOf(other));
      await addRun(aRun({ requestedBy: { kind: 'user', userId: schedule.id } }));
      await addRun(runOf(schedule, FINISHED));
      expect(await isOpen()).toBe(false);
      const run = runOf(schedule);
      await addRun(run);
      expect(await isOpen()).toBe(true);
      await harness.unitOfWork.run((tx) => tx.collections.startRun(run.id, at(1), 1_000));
      expect(await isOpen()).toBe(true);
      await harness.unitOfWork.run((tx) =>
        tx.collections.finishRun(run.id, { outcome: 'failed', reason: null }, at(2)),
      );
      expect(await isOpen()).toBe(false);
    },
  },
  {
    title: 'finds a schedule whose time waits once its run has ended',
    check: async (harness) => {
      const waiting = aSchedule({ waitingFireAt: at(0) });
      const paused = aSchedule({ waitingFireAt: at(0), paused: true });
      await add(harness, waiting, paused, aSchedule());
      const next = (...except: readonly string[]) =>
        harness.unitOfWork.run((tx) => tx.schedules.lockNextWaiting(except));
      const run = runOf(waiting);
      await harness.unitOfWork.run((tx) => tx.collections.addRun(run));
      expect(await next()).toBeUndefined();
      const conclusion = { outcome: 'cancelled', reason: null } as const;
      await harness.unitOfWork.run((tx) => tx.collections.finishRun(run.id, conclusion, at(2)));
      expect(await next()).toEqual(waiting);
      expect(await next(waiting.id)).toBeUndefined();
    },
  },
  {
    title: 'settles a time that was queued once, and no other time',
    check: async (harness) => {
      const schedule = aSchedule();
      await add(harness, schedule);
      const run = runOf(schedule);
      await harness.unitOfWork.run(async ({ schedules, collections }) => {
        await schedules.recordFire(schedule.id, leftOut(at(0)));
        await schedules.recordFire(schedule.id, leftOut(at(60), 'queued'));
        await collections.addRun(run);
      });
      const settle = (fireAt: Date) =>
        harness.unitOfWork.run((tx) => {
          const fire: ScheduleFire = { at: fireAt, outcome: 'fired', runId: run.id, recordedAt: at(99) };
          return tx.schedules.settleQueuedFire(schedule.id, fire);
        });
      expect(await settle(at(0))).toBe(false);
      expect(await settle(at(120))).toBe(false);
      expect((await Promise.all([1, 2, 3].map(() => settle(at(60))))).filter(Boolean)).toHaveLength(1);
      expect(await harness.schedules.lastFires(schedule.id, 9)).toEqual([
        { at: at(60), outcome: 'fired', runId: run.id, recordedAt: at(99) },
        leftOut(at(0)),
      ]);
    },
  },
];
