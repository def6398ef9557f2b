import { ok, type Clock, type IdGenerator, type Result } from '@job-scope/kernel';
import type { CronCalculator, VacancyUnitOfWork } from '@job-scope/vacancies-ports';
import { firstFire } from './first-fire';
import { SCHEDULE_DEFAULTS } from './schedule-defaults';
import type { InvalidScheduleFailure } from './schedule-failures';

export interface EnsureDefaultScheduleInput {
  readonly cron: string;
  /** IANA name. */
  readonly timeZone: string;
}

export type EnsureDefaultScheduleFailure = InvalidScheduleFailure;

const NAME = 'default';

/** Sees to it that something is collected without anybody asking. A default schedule that exists is never changed. */
export class EnsureDefaultSchedule {
  constructor(
    private readonly unitOfWork: VacancyUnitOfWork,
    private readonly cron: CronCalculator,
    private readonly clock: Clock,
    private readonly ids: IdGenerator,
  ) {}

  async execute({ cron, timeZone }: EnsureDefaultScheduleInput): Promise<Result<void, EnsureDefaultScheduleFailure>> {
    const [id, now] = [this.ids.next(), this.clock.now()];
    const definition = { ...SCHEDULE_DEFAULTS, name: NAME, source: 'headhunter', query: {}, cron, timeZone } as const;
    const first = firstFire(this.cron, { id, ...definition }, now);
    if (!first.ok) return first;
    await this.unitOfWork.run(({ schedules }) =>
      schedules.add({
        ...{ id, ...definition, ...first.value, paused: false },
        ...{ waitingFireAt: null, revision: 1, createdAt: now, updatedAt: now, lastFire: null },
      }),
    );
    return ok(undefined);
  }
}
