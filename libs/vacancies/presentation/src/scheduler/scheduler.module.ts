import { Module, type DynamicModule } from '@nestjs/common';
import type { Logger } from '@job-scope/platform-nest';
import { SCHEDULER_LOGGER, ScheduleTicker } from './schedule-ticker';

/** The scheduler's inbound side: time. Needs the use cases from a global module. */
@Module({})
export class SchedulerModule {
  static register(logger: Logger): DynamicModule {
    return { module: SchedulerModule, providers: [{ provide: SCHEDULER_LOGGER, useValue: logger }, ScheduleTicker] };
  }
}
