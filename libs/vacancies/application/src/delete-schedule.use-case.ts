import { err, ok, type Clock, type Result } from '@job-scope/kernel';
import type { VacancyUnitOfWork } from '@job-scope/vacancies-ports';
import {
  scheduleChangedMeanwhile,
  scheduleNotFound,
  type ScheduleChangedMeanwhile,
  type ScheduleNotFound,
} from './schedule-failures';
import { auditOf, type Requester } from './requester';

export interface DeleteScheduleInput {
  readonly requester: Requester;
  readonly scheduleId: string;
  /** The revision that was meant; undefined deletes whatever is there. */
  readonly expectedRevision: number | undefined;
}

export type DeleteScheduleFailure = ScheduleNotFound | ScheduleChangedMeanwhile;

/** Deletes a schedule and the history of its times. Its runs stay, and one that is under way goes on. */
export class DeleteSchedule {
  constructor(
    private readonly unitOfWork: VacancyUnitOfWork,
    private readonly clock: Clock,
  ) {}

  execute(input: DeleteScheduleInput): Promise<Result<void, DeleteScheduleFailure>> {
    const { requester, scheduleId, expectedRevision } = input;
    return this.unitOfWork.run(async (tx) => {
      const stored = await tx.schedules.lock(scheduleId);
      if (!stored) return err(scheduleNotFound);
      if (expectedRevision !== undefined && stored.revision !== expectedRevision) return err(scheduleChangedMeanwhile);
      await tx.schedules.remove(scheduleId);
      const { name, source, cron, timeZone } = stored;
      const details = { name, source, cron, timeZone };
      await tx.audit.append(
        auditOf(requester, 'schedule.deleted', { kind: 'schedule', id: scheduleId }, this.clock.now(), details),
      );
      return ok(undefined);
    });
  }
}
