import type { Schedule } from '@job-scope/vacancies-domain';
import { at, aRun, aSchedule } from './builders';
import type { SuiteCase } from './suite';
import type { VacancyStoreHarness } from './vacancy-store-harness';

const add = ({ unitOfWork }: VacancyStoreHarness, schedule: Schedule) =>
  unitOfWork.run((tx) => tx.schedules.add(schedule));

const save = ({ unitOfWork }: VacancyStoreHarness, schedule: Schedule) =>
  unitOfWork.run((tx) => tx.schedules.save(schedule));

/** Everything other than what is the rule. */
const unusual = (name: string): Schedule =>
  aSchedule({
    name,
    description: 'every\nmorning',
    query: { text: 'C++ "lead"', areas: ['1', '113'], onlyWithSalary: true },
    cron: '0 9 * * MON',
    timeZone: 'America/New_York',
    jitterSeconds: 600,
    overlap: 'queue',
    misfire: 'skip',
    misfireToleranceSeconds: 0,
    paused: true,
    nextFireAt: at(60),
    dueAt: new Date('2026-03-01T12:05:00.001Z'),
    waitingFireAt: at(-60),
    revision: 7,
    createdAt: at(-100),
    updatedAt: at(-50),
  });

export const schedulingCases: readonly SuiteCase<VacancyStoreHarness>[] = [
  {
    title: 'gives a schedule back as it was stored',
    check: async (harness) => {
      const [plain, other] = [aSchedule(), unusual('other')];
      expect(await add(harness, plain)).toBe(true);
      expect(await add(harness, other)).toBe(true);
      expect(await harness.schedules.byId(plain.id)).toEqual(plain);
      expect(await harness.schedules.byId(other.id)).toEqual(other);
      expect(await harness.unitOfWork.run((tx) => tx.schedules.lock(other.id))).toEqual(other);
    },
  },
  {
    title: 'keeps the first schedule of a name',
    check: async (harness) => {
      const [first, second] = [aSchedule({ name: 'default' }), aSchedule({ name: 'default', cron: '* * * * *' })];
      expect(await add(harness, first)).toBe(true);
      expect(await add(harness, second)).toBe(false);
      expect(await harness.schedules.byId(first.id)).toEqual(first);
      expect(await harness.schedules.byId(second.id)).toBeUndefined();
    },
  },
  {
    title: 'changes a schedule in everything',
    check: async (harness) => {
      const [stored, other] = [aSchedule(), aSchedule()];
      await add(harness, stored);
      await add(harness, other);
      const { id, createdAt } = stored;
      const changed: Schedule = { ...unusual('changed'), id, createdAt };
      expect(await save(harness, changed)).toBe(true);
      expect(await harness.schedules.byId(id)).toEqual(changed);
      expect(await harness.schedules.byId(other.id)).toEqual(other);
    },
  },
  {
    title: 'gives a schedule no name that another has',
    check: async (harness) => {
      const [stored, other] = [aSchedule({ name: 'one' }), aSchedule({ name: 'two' })];
      await add(harness, stored);
      await add(harness, other);
      expect(await save(harness, { ...stored, name: 'two', revision: 2 })).toBe(false);
      expect(await harness.schedules.byId(stored.id)).toEqual(stored);
      expect(await save(harness, { ...stored, revision: 2 })).toBe(true);
    },
  },
  {
    title: 'gives a name to one of several that want it at once, and goes on in the others',
    check: async (harness) => {
      const schedules = [aSchedule(), aSchedule(), aSchedule()];
      for (const schedule of schedules) await add(harness, schedule);
      const wish = (schedule: Schedule) =>
        harness.unitOfWork.run(async (tx) => {
          await tx.schedules.lock(schedule.id);
          const taken = await tx.schedules.save({ ...schedule, name: 'wanted' });
          if (!taken) await tx.schedules.save({ ...schedule, description: 'without' });
          return taken;
        });
      const answers = await Promise.all([...schedules.map(wish), add(harness, aSchedule({ name: 'wanted' }))]);
      expect(answers.filter(Boolean)).toHaveLength(1);
      const now = await Promise.all(schedules.map(({ id }) => harness.schedules.byId(id)));
      const without = now.filter((schedule) => schedule?.description === 'without');
      expect(without).toHaveLength(answers.slice(0, 3).filter((taken) => !taken).length);
    },
  },
  {
    title: 'removes a schedule with its fires, but not its runs, and frees its name',
    check: async (harness) => {
      const schedule = aSchedule();
      const run = aRun({ requestedBy: { kind: 'schedule', scheduleId: schedule.id } });
      await add(harness, schedule);
      await harness.unitOfWork.run(async ({ schedules, collections }) => {
        await schedules.recordFire(schedule.id, { at: at(0), outcome: 'fired', runId: run.id, recordedAt: at(1) });
        await collections.addRun(run);
      });
      await harness.unitOfWork.run((tx) => tx.schedules.remove(schedule.id));
      expect(await harness.schedules.byId(schedule.id)).toBeUndefined();
      expect(await harness.schedules.lastFires(schedule.id, 9)).toEqual([]);
      expect(await harness.runs.byId(run.id)).toEqual(run);
      expect(await add(harness, schedule)).toBe(true);
    },
  },
  {
    title: 'refuses to change, remove, advance or serve a schedule that was never stored',
    check: async ({ unitOfWork }) => {
      const schedule = aSchedule();
      const { id } = schedule;
      const fire = { at: at(0), outcome: 'skipped-overlap', runId: null, recordedAt: at(0) } as const;
      expect(await unitOfWork.run((tx) => tx.schedules.lock(id))).toBeUndefined();
      await expect(unitOfWork.run((tx) => tx.schedules.remove(id))).rejects.toThrow(id);
      await expect(unitOfWork.run((tx) => tx.schedules.advance(id, schedule))).rejects.toThrow(id);
      await expect(unitOfWork.run((tx) => tx.schedules.recordFire(id, fire))).rejects.toThrow();
    },
  },
];
