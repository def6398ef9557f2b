import { CLOCK, ID_GENERATOR } from '@job-scope/kernel';
import {
  bind,
  createDataSource,
  postgresProbe,
  SystemClock,
  UuidV7Generator,
  type Binding,
  type Logger,
  type ReadinessProbe,
} from '@job-scope/platform-nest';
import { CronerCronCalculator } from '@job-scope/vacancies-infrastructure/cron';
import { PostgresVacancyUnitOfWork } from '@job-scope/vacancies-infrastructure/postgres';
import { CRON_CALCULATOR, FIRE_RETENTION, VACANCY_UNIT_OF_WORK } from '@job-scope/vacancies-ports';
import type { SchedulerSettings } from './settings';

export interface Composition {
  readonly bindings: readonly Binding[];
  readonly probes: readonly ReadinessProbe[];
  close(): Promise<void>;
}

/** What stands behind each port. Schedules are rows, and runs travel through the outbox: PostgreSQL is all it needs. */
export const compose = async (settings: SchedulerSettings, logger: Logger): Promise<Composition> => {
  const ids = new UuidV7Generator();
  const database = await createDataSource({ url: settings.databaseUrl, applicationName: 'scheduler', logger });
  return {
    bindings: [
      bind(CLOCK, new SystemClock()),
      bind(ID_GENERATOR, ids),
      bind(CRON_CALCULATOR, new CronerCronCalculator()),
      bind(FIRE_RETENTION, { days: settings.scheduleHistoryDays }),
      bind(VACANCY_UNIT_OF_WORK, new PostgresVacancyUnitOfWork(database, ids)),
    ],
    probes: [postgresProbe(database)],
    close: () => database.destroy(),
  };
};
