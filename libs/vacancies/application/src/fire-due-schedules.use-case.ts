import type { Clock, IdGenerator } from '@job-scope/kernel';
import type { Schedule } from '@job-scope/vacancies-domain';
import type { CronCalculator, VacancyTransaction, VacancyUnitOfWork } from '@job-scope/vacancies-ports';
import { addRequestedRun, requestedRun } from './requested-run';

export interface FiredSchedules {
  readonly fired: readonly { readonly schedule: string; readonly runId: string }[];
  /** Schedules whose cron expression is not understood; they wait for a person. */
  readonly invalid: readonly { readonly schedule: string; readonly detail: string }[];
}

const AT_ONCE = 100;

/**
 * Requests a run for every schedule whose time has come. Times missed while no scheduler ran are made up for once, not
 * one by one. Safe in any number of schedulers: the stored pair of schedule and time lets each time fire only once.
 */
export class FireDueSchedules {
  constructor(
    private readonly unitOfWork: VacancyUnitOfWork,
    private readonly cron: CronCalculator,
    private readonly clock: Clock,
    private readonly ids: IdGenerator,
  ) {}

  async execute(): Promise<FiredSchedules> {
    const now = this.clock.now();
    return this.unitOfWork.run(async (tx) => {
      const fired: { schedule: string; runId: string }[] = [];
      const invalid: { schedule: string; detail: string }[] = [];
      for (const schedule of await tx.schedules.lockDue(now, AT_ONCE)) {
        const next = this.cron.nextAfter(schedule.cron, schedule.timeZone, now);
        if (!next.ok) {
          invalid.push({ schedule: schedule.name, detail: next.error.detail });
          continue;
        }
        const runId = await this.fire(tx, schedule, now);
        if (runId) fired.push({ schedule: schedule.name, runId });
        await tx.schedules.setNextFire(schedule.id, next.value);
      }
      return { fired, invalid };
    });
  }

  private async fire(tx: VacancyTransaction, schedule: Schedule, now: Date): Promise<string | undefined> {
    const { id: scheduleId, source, query, nextFireAt } = schedule;
    const runId = this.ids.next();
    if (!(await tx.schedules.recordFire(scheduleId, nextFireAt, runId))) return undefined;
    const requestedBy = { kind: 'schedule', scheduleId } as const;
    await addRequestedRun(tx, requestedRun({ id: runId, source, query, requestedBy, requestedAt: now }));
    return runId;
  }
}
