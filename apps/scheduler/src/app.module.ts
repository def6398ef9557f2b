import { CLOCK, ID_GENERATOR } from '@job-scope/kernel';
import { PortsModule, provideUseCase, type Binding, type Logger } from '@job-scope/platform-nest';
import { EnsureDefaultSchedule, FireDueSchedules, ForgetOldFires } from '@job-scope/vacancies-application';
import { CRON_CALCULATOR, FIRE_RETENTION, VACANCY_UNIT_OF_WORK } from '@job-scope/vacancies-ports';
import { SchedulerModule } from '@job-scope/vacancies-presentation/scheduler';
import { Module, type DynamicModule, type Provider } from '@nestjs/common';

const useCases: readonly Provider[] = [
  provideUseCase(FireDueSchedules, VACANCY_UNIT_OF_WORK, CRON_CALCULATOR, CLOCK, ID_GENERATOR),
  provideUseCase(ForgetOldFires, VACANCY_UNIT_OF_WORK, CLOCK, FIRE_RETENTION),
  provideUseCase(EnsureDefaultSchedule, VACANCY_UNIT_OF_WORK, CRON_CALCULATOR, CLOCK, ID_GENERATOR),
];

export interface AppModuleOptions {
  readonly bindings: readonly Binding[];
  readonly logger: Logger;
}

@Module({})
export class AppModule {
  static register({ bindings, logger }: AppModuleOptions): DynamicModule {
    return {
      module: AppModule,
      imports: [PortsModule.register(bindings), SchedulerModule.register({ useCases, logger })],
    };
  }
}
