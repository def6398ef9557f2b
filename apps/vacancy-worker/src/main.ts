import { runService } from '@job-scope/platform-nest';
import { NestFactory } from '@nestjs/core';
import { WinstonModule } from 'nest-winston';
import { AppModule } from './app.module';
import { compose } from './compose';
import { WorkerSettings } from './settings';

void runService({
  name: 'vacancy-worker',
  settingsClass: WorkerSettings,
  start: async (settings, { logger }) => {
    const { bindings, queues, sources, probes, close } = await compose(settings, logger);
    const jobTimeLimitMs = settings.jobTimeLimitSeconds * 1_000;
    const worker = { queue: queues.consumer, sources: [...sources.keys()], logger, jobTimeLimitMs };
    const app = await NestFactory.createApplicationContext(AppModule.register({ bindings, worker }), {
      logger: WinstonModule.createLogger({ instance: logger }),
      abortOnError: false,
    });
    return {
      probes,
      close: async () => {
        await app.close();
        await close();
      },
    };
  },
});
