import { err, ok, type Clock, type Result } from '@job-scope/kernel';
import type { Schedule } from '@job-scope/vacancies-domain';
import type { CronCalculator, VacancyUnitOfWork } from '@job-scope/vacancies-ports';
import { firstFire } from './first-fire';
import { scheduleNotFound, type InvalidScheduleFailure, type ScheduleNotFound } from './schedule-failures';
import { auditOf, type Requester } from './requester';
import { toScheduleView, type ScheduleView } from './schedule.view';

export interface ResumeScheduleInput {
  readonly requester: Requester;
  readonly scheduleId: string;
}

export type ResumeScheduleFailure = ScheduleNotFound | InvalidScheduleFailure;

/** Lets a paused schedule fire again, from its next time on: what came while it was paused was not missed. */
export class ResumeSchedule {
  constructor(
    private readonly unitOfWork: VacancyUnitOfWork,
    private readonly cron: CronCalculator,
    private readonly clock: Clock,
  ) {}

  /** Resuming one that is not paused is no failure. */
  execute({ requester, scheduleId }: ResumeScheduleInput): Promise<Result<ScheduleView, ResumeScheduleFailure>> {
    const now = this.clock.now();
    return this.unitOfWork.run(async (tx) => {
      const stored = await tx.schedules.lock(scheduleId);
      if (!stored) return err(scheduleNotFound);
      if (!stored.paused) return ok(toScheduleView(stored));
      // Stored expressions outlive the calculator that could read them.
      const first = firstFire(this.cron, stored, now);
      if (!first.ok) return first;
      const revision = stored.revision + 1;
      const schedule: Schedule = { ...stored, ...first.value, paused: false, revision, updatedAt: now };
      await tx.schedules.save(schedule);
      await tx.audit.append(
        auditOf(requester, 'schedule.resumed', { kind: 'schedule', id: scheduleId }, now, { name: schedule.name }),
      );
      return ok(toScheduleView(schedule));
    });
  }
}
