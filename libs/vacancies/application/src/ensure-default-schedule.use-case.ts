import { err, ok, type Clock, type IdGenerator, type Result } from '@job-scope/kernel';
import type { CronCalculator, VacancyUnitOfWork } from '@job-scope/vacancies-ports';

export interface EnsureDefaultScheduleInput {
  readonly cron: string;
  /** IANA name. */
  readonly timeZone: string;
}

export type EnsureDefaultScheduleFailure = { readonly code: 'schedules.invalid-cron'; readonly detail: string };

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
    const next = this.cron.nextAfter(cron, timeZone, this.clock.now());
    if (!next.ok) return err(next.error);
    await this.unitOfWork.run(({ schedules }) =>
      schedules.addIfAbsent({
        id: this.ids.next(),
        name: NAME,
        source: 'headhunter',
        query: {},
        cron,
        timeZone,
        enabled: true,
        nextFireAt: next.value,
      }),
    );
    return ok(undefined);
  }
}
