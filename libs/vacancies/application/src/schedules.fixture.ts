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
  const runs = () => [...database.read().runs.values()];
  return {
    database,
    stored,
    fire,
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
