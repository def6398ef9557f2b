import { err, ok, type Clock, type Result } from '@job-scope/kernel';
import type { Schedule } from '@job-scope/vacancies-domain';
import type { VacancyUnitOfWork } from '@job-scope/vacancies-ports';
import { scheduleNotFound, type ScheduleNotFound } from './schedule-failures';
import { auditOf, type Requester } from './requester';
import { toScheduleView, type ScheduleView } from './schedule.view';

export interface PauseScheduleInput {
  readonly requester: Requester;
  readonly scheduleId: string;
}

/** Lets a schedule fire no more until it is resumed. A time that waits is left out; a run under way goes on. */
export class PauseSchedule {
  constructor(
    private readonly unitOfWork: VacancyUnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Pausing it again is no failure. */
  execute({ requester, scheduleId }: PauseScheduleInput): Promise<Result<ScheduleView, ScheduleNotFound>> {
    const now = this.clock.now();
    return this.unitOfWork.run(async (tx) => {
      const stored = await tx.schedules.lock(scheduleId);
      if (!stored) return err(scheduleNotFound);
      if (stored.paused) return ok(toScheduleView(stored));
      const { revision, waitingFireAt } = stored;
      if (waitingFireAt) {
        const leftOut = { at: waitingFireAt, outcome: 'skipped-overlap', runId: null, recordedAt: now } as const;
        await tx.schedules.settleQueuedFire(scheduleId, leftOut);
      }
      const schedule: Schedule = {
        ...stored,
        ...{ paused: true, waitingFireAt: null, revision: revision + 1, updatedAt: now },
      };
      await tx.schedules.save(schedule);
      await tx.audit.append(
        auditOf(requester, 'schedule.paused', { kind: 'schedule', id: scheduleId }, now, { name: schedule.name }),
      );
      return ok(toScheduleView(schedule));
    });
  }
}
