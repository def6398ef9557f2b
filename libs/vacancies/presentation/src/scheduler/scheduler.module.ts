import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import type { Logger } from '@job-scope/platform-nest';
import { FireForgetter } from './fire-forgetter';
import { SCHEDULER_LOGGER, ScheduleTicker } from './schedule-ticker';

export interface SchedulerModuleOptions {
  /** The use cases that the loops call, each provided by its class. */
  readonly useCases: readonly Provider[];
  readonly logger: Logger;
}

/** The scheduler's inbound side: time. */
@Module({})
export class SchedulerModule {
  static register({ useCases, logger }: SchedulerModuleOptions): DynamicModule {
    return {
      module: SchedulerModule,
      providers: [...useCases, { provide: SCHEDULER_LOGGER, useValue: logger }, ScheduleTicker, FireForgetter],
    };
  }
}
