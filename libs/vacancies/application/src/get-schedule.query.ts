import { err, ok, type Result } from '@job-scope/kernel';
import type { Schedule } from '@job-scope/vacancies-domain';
import type { CronCalculator, ScheduleReader } from '@job-scope/vacancies-ports';
import { scheduleNotFound, type ScheduleNotFound } from './schedule-failures';
import {
  toFireTimeView,
  toFireView,
  toScheduleView,
  type FireTimeView,
  type ScheduleDetailView,
} from './schedule.view';

const NEXT_FIRES = 5;
const LAST_FIRES = 10;

/** Shows one schedule, when it fires next, and what became of its last times. */
export class GetSchedule {
  constructor(
    private readonly reader: ScheduleReader,
    private readonly cron: CronCalculator,
  ) {}

  async execute(id: string): Promise<Result<ScheduleDetailView, ScheduleNotFound>> {
    const schedule = await this.reader.byId(id);
    if (!schedule) return err(scheduleNotFound);
    const lastFires = await this.reader.lastFires(id, LAST_FIRES);
    return ok({
      ...toScheduleView(schedule),
      nextFires: schedule.paused ? [] : this.nextFires(schedule),
      lastFires: lastFires.map(toFireView),
    });
  }

  /** An expression that cannot be read any more names the stored time only, at which a scheduler will say so. */
  private nextFires(schedule: Schedule): readonly FireTimeView[] {
    const { cron, timeZone, nextFireAt } = schedule;
    const later = this.cron.nextTimes(cron, timeZone, nextFireAt, NEXT_FIRES - 1);
    return [nextFireAt, ...(later.ok ? later.value : [])].map((at) => toFireTimeView(schedule, at));
  }
}
