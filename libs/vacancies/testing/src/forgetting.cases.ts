import type { ScheduleFire } from '@job-scope/vacancies-domain';
import { aSchedule, at } from './builders';
import type { SuiteCase } from './suite';
import type { VacancyStoreHarness } from './vacancy-store-harness';

const leftOut = (second: number): ScheduleFire => ({
  at: at(second),
  outcome: 'skipped-overlap',
  runId: null,
  recordedAt: at(999),
});

/** Stores a schedule with such times, all left out but those that wait. */
const withFires = async (harness: VacancyStoreHarness, seconds: readonly number[], waiting: readonly number[] = []) => {
  const schedule = aSchedule();
  await harness.unitOfWork.run(async (tx) => {
    await tx.schedules.add(schedule);
    for (const second of seconds) {
      const fire = leftOut(second);
      await tx.schedules.recordFire(schedule.id, waiting.includes(second) ? { ...fire, outcome: 'queued' } : fire);
    }
  });
  const known = async () => {
    const fires = await harness.schedules.lastFires(schedule.id, 99);
    return fires.map((fire) => (fire.at.getTime() - at(0).getTime()) / 1_000).reverse();
  };
  return { schedule, known };
};

export const forgettingCases: readonly SuiteCase<VacancyStoreHarness>[] = [
  {
    title: 'forgets old fires, the oldest first and so many at most',
    check: async (harness) => {
      const [one, other] = [await withFires(harness, [0, 60, 120, 180]), await withFires(harness, [30, 90])];
      const forget = (before: Date, limit: number) =>
        harness.unitOfWork.run((tx) => tx.schedules.forgetFires(before, limit));
      expect(await forget(at(120), 2)).toBe(2);
      expect([await one.known(), await other.known()]).toEqual([[60, 120, 180], [90]]);
      expect(await forget(at(120), 2)).toBe(1);
      expect(await forget(at(120), 2)).toBe(0);
      expect([await one.known(), await other.known()]).toEqual([[120, 180], [90]]);
    },
  },
  {
    title: 'forgets neither the last fire of a schedule nor one that waits',
    check: async (harness) => {
      const { schedule, known } = await withFires(harness, [0, 60, 120], [60]);
      const forget = () => harness.unitOfWork.run((tx) => tx.schedules.forgetFires(at(999), 99));
      expect(await forget()).toBe(1);
      expect(await known()).toEqual([60, 120]);
      const settled = leftOut(60);
      expect(await harness.unitOfWork.run((tx) => tx.schedules.settleQueuedFire(schedule.id, settled))).toBe(true);
      expect(await forget()).toBe(1);
      expect(await known()).toEqual([120]);
    },
  },
  {
    title: 'C-2: lets no time be served again whose fire is forgotten, nor any before it',
    check: async (harness) => {
      const { schedule, known } = await withFires(harness, [0, 60, 120, 180], [0]);
      const forget = () => harness.unitOfWork.run((tx) => tx.schedules.forgetFires(at(121), 99));
      const serve = (second: number) =>
        harness.unitOfWork.run((tx) => tx.schedules.recordFire(schedule.id, leftOut(second)));
      expect(await forget()).toBe(2);
      await harness.unitOfWork.run((tx) => tx.schedules.settleQueuedFire(schedule.id, leftOut(0)));
      expect(await forget()).toBe(1);
      for (const second of [-60, 0, 60, 119, 120]) expect(await serve(second)).toBe(false);
      expect(await serve(121)).toBe(true);
      expect(await known()).toEqual([121, 180]);
      await harness.unitOfWork.run((tx) => tx.schedules.remove(schedule.id));
    },
  },
];
