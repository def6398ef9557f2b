import {
  AccessControl,
  AUTHENTICATOR,
  bind,
  createHttpApp,
  listen,
  PortsModule,
  runService,
  ServiceSettings,
  Setting,
} from '@job-scope/platform-nest';
import { Controller, Get, Module, Post } from '@nestjs/common';
import { IsInt } from 'class-validator';
import { EventEmitter, once } from 'node:events';

/** A small service on the platform, with doors through which a test holds and releases it. */
const events = new EventEmitter();
let dependencyIsUp = true;

class Settings extends ServiceSettings {
  @Setting({ describe: 'the port of the API' })
  @IsInt()
  port: number = 0;

  @Setting({ describe: 'wait for SIGUSR2 before the start' })
  holdStart: boolean = false;

  @Setting({ describe: 'never end by itself' })
  neverClose: boolean = false;

  @Setting({ describe: 'a password', secret: true })
  password: string = '';
}

@Controller()
class SampleController {
  @Get('slow')
  @AccessControl({ open: true })
  async slow(): Promise<string> {
    events.emit('slow');
    await once(events, 'release');
    return 'finished';
  }

  @Post('release')
  @AccessControl({ open: true })
  release(): void {
    events.emit('release');
  }

  @Post('break')
  @AccessControl({ open: true })
  break(): void {
    dependencyIsUp = false;
  }

  @Post('reject')
  @AccessControl({ open: true })
  reject(): void {
    void Promise.reject(new Error('nobody waits for this'));
  }
}

@Module({
  imports: [
    PortsModule.register([bind(AUTHENTICATOR, { authenticate: async () => ({ kind: 'anonymous' as const }) })]),
  ],
  controllers: [SampleController],
})
class SampleModule {}

void runService({
  name: 'sample',
  settingsClass: Settings,
  start: async ({ port, holdStart, neverClose }, { logger }) => {
    if (holdStart) {
      logger.info('holding');
      await once(process, 'SIGUSR2');
    }
    const app = await createHttpApp(SampleModule, { logger });
    events.on('slow', () => logger.info('slow has begun'));
    logger.info(`listens on ${await listen(app, { host: '127.0.0.1', port, variable: 'PORT' })} now`);
    return {
      probes: [
        { name: 'source', required: true, check: async () => {} },
        {
          name: 'search',
          required: false,
          check: async () => {
            if (!dependencyIsUp) throw new Error('down');
          },
        },
      ],
      close: async () => {
        if (neverClose) await once(events, 'never');
        await once(events, 'release');
        await app.close();
      },
    };
  },
});
