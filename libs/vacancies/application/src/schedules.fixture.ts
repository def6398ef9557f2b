import type { CollectionRun, Schedule } from '@job-scope/vacancies-domain';
import {
  at,
  aRun,
  aSchedule,
  FixedIntervalCron,
  InMemoryVacancyDatabase,
  SequentialIds,
} from '@job-scope/vacancies-testing';
import { FireDueSchedules } from './fire-due-schedules.use-case';
import { ForgetOldFires } from './forget-old-fires.use-case';

export const EVERY_MINUTE = 'every 60000 ms';
export const NEVER_STOPPED = new AbortController().signal;

/** Some schedules that fire every minute from noon on, stored, and any number of schedulers. */
export const scheduling = async (...schedules: readonly Partial<Schedule>[]) => {
  const database = new InMemoryVacancyDatabase();
  const stored = schedules.map((changes) => aSchedule({ cron: EVERY_MINUTE, ...changes }));
  await database.unitOfWork.run(async (tx) => {
    for (const schedule of stored) await tx.schedules.add(schedule);
  });
  const ids = new SequentialIds('d00');
  /** A scheduler of its own looks what is due when its clock shows `now`. */
  const fire = (now: Date) =>
    new FireDueSchedules(database.unitOfWork, new FixedIntervalCron(), { now: () => now }, ids).execute(NEVER_STOPPED);
  /** Forgets what is older than a day when the clock shows `now`. */
  const forget = (now: Date, signal = NEVER_STOPPED) =>
    new ForgetOldFires(database.unitOfWork, { now: () => now }, { days: 1 }).execute(signal);
  /** A clock that is wrong, or a hand in the database: the schedule shows this time as its next. */
  const moveBack = (nextFireAt: Date, index = 0) =>
    database.unitOfWork.run((tx) =>
      tx.schedules.advance(stored[index]?.id ?? '', { nextFireAt, dueAt: nextFireAt, waitingFireAt: null }),
    );
  const runs = () => [...database.read().runs.values()];
  return {
    database,
    stored,
    fire,
    forget,
    moveBack,
    runs,
    schedule: async (index = 0) => (await database.schedules.byId(stored[index]?.id ?? ''))!,
    /** What became of the times of a schedule, in order. */
    fires: async (index = 0) => [...(await database.schedules.lastFires(stored[index]?.id ?? '', 1_000))].reverse(),
    /** Ends all that is being collected. */
    finishRuns: () =>
      database.unitOfWork.run(async ({ collections }) => {
        for (const { id, status } of runs()) {
          if (status !== 'finished') await collections.finishRun(id, { outcome: 'empty', reason: null }, at(0));
        }
      }),
  };
};

/** A run of a schedule that has not ended. */
export const aRunOf = ({ id: scheduleId }: Pick<Schedule, 'id'>): CollectionRun =>
  aRun({ requestedBy: { kind: 'schedule', scheduleId } });
