import { runService, StartupError } from '@job-scope/platform-nest';
import { EnsureDefaultSchedule } from '@job-scope/vacancies-application';
import { NestFactory } from '@nestjs/core';
import { WinstonModule } from 'nest-winston';
import { AppModule } from './app.module';
import { compose } from './compose';
import { NO_DEFAULT_SCHEDULE, SchedulerSettings } from './settings';

void runService({
  name: 'scheduler',
  settingsClass: SchedulerSettings,
  start: async (settings, { logger }) => {
    const { bindings, probes, close } = await compose(settings, logger);
    const app = await NestFactory.createApplicationContext(AppModule.register({ bindings, logger }), {
      logger: WinstonModule.createLogger({ instance: logger }),
      abortOnError: false,
    });
    await ensureDefaultSchedule(app.get(EnsureDefaultSchedule, { strict: false }), settings);
    return {
      probes,
      close: async () => {
        await app.close();
        await close();
      },
    };
  },
});

async function ensureDefaultSchedule(ensure: EnsureDefaultSchedule, settings: SchedulerSettings): Promise<void> {
  const { defaultScheduleCron: cron, defaultScheduleTimeZone: timeZone } = settings;
  if (cron === NO_DEFAULT_SCHEDULE) return;
  const ensured = await ensure.execute({ cron, timeZone });
  if (ensured.ok) return;
  const faults = ensured.error.fields.map(({ pointer, message }) => `${pointer} ${message}`).join('; ');
  throw new StartupError(`DEFAULT_SCHEDULE_CRON: got "${cron}"; wants a cron expression, or none (${faults})`);
}
