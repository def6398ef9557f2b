import { err, ok, type Clock, type IdGenerator, type Result } from '@job-scope/kernel';
import { parseScheduleDefinition, type Schedule } from '@job-scope/vacancies-domain';
import type { CronCalculator, VacancyUnitOfWork } from '@job-scope/vacancies-ports';
import { firstFire } from './first-fire';
import { SCHEDULE_DEFAULTS } from './schedule-defaults';
import { scheduleNameTaken, type InvalidScheduleFailure, type ScheduleNameTaken } from './schedule-failures';
import { auditOf, type Requester } from './requester';
import { decided, type ScheduleWishInput } from './schedule-wish';
import { toScheduleView, type ScheduleView } from './schedule.view';

export interface CreateScheduleInput {
  readonly requester: Requester;
  readonly wish: ScheduleWishInput;
  readonly paused: boolean;
}

export type CreateScheduleFailure = InvalidScheduleFailure | ScheduleNameTaken;

/** Stores a schedule. Schedulers that run take it up by themselves. */
export class CreateSchedule {
  constructor(
    private readonly unitOfWork: VacancyUnitOfWork,
    private readonly cron: CronCalculator,
    private readonly clock: Clock,
    private readonly ids: IdGenerator,
  ) {}

  async execute({
    requester,
    wish,
    paused,
  }: CreateScheduleInput): Promise<Result<ScheduleView, CreateScheduleFailure>> {
    const definition = parseScheduleDefinition({ ...SCHEDULE_DEFAULTS, ...decided(wish) });
    if (!definition.ok) return definition;
    const [id, now] = [this.ids.next(), this.clock.now()];
    const first = firstFire(this.cron, { id, ...definition.value }, now);
    if (!first.ok) return first;
    const schedule: Schedule = {
      ...{ id, ...definition.value, ...first.value, paused },
      ...{ waitingFireAt: null, revision: 1, createdAt: now, updatedAt: now, lastFire: null },
    };
    const { name, source, cron, timeZone } = schedule;
    const event = auditOf(requester, 'schedule.created', { kind: 'schedule', id }, now, {
      name,
      source,
      cron,
      timeZone,
    });
    return this.unitOfWork.run(async (tx) => {
      if (!(await tx.schedules.add(schedule))) return err(scheduleNameTaken);
      await tx.audit.append(event);
      return ok(toScheduleView(schedule));
    });
  }
}
