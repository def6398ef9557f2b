import type { Logger as WinstonLogger } from 'winston';
import { createLogger } from '../logging/logger';
import { loadSettings, SettingsError } from '../settings/load-settings';
import type { ServiceSettings } from '../settings/service-settings';
import { startManagementServer } from './management-server';
import { askProbes, type Readiness, type ReadinessProbe } from './readiness';
import { StartupError } from './startup-error';

export interface ServiceContext {
  readonly logger: WinstonLogger;
}

/** What a started service hands over to be watched and stopped. */
export interface RunningService {
  readonly probes?: readonly ReadinessProbe[];
  /** Stops accepting, finishes what is under way, and closes what was opened, last opened first. */
  close(): Promise<void>;
}

export interface ServiceDefinition<S extends ServiceSettings> {
  readonly name: string;
  readonly settingsClass: new () => S;
  start(settings: S, context: ServiceContext): Promise<RunningService>;
}

/**
 * The one `main()` of a service. Wrong settings and a taken port end it with a plain message and exit code 1. SIGTERM and
 * SIGINT end it in order: not ready, drained, closed, exit code 0; a second signal or the end of the grace period: 1.
 */
export async function runService<S extends ServiceSettings>(service: ServiceDefinition<S>): Promise<void> {
  let logger: WinstonLogger | undefined;
  try {
    const settings = loadSettings(service.settingsClass);
    logger = createLogger({ service: service.name, level: settings.logLevel });
    await new ServiceRuntime(service, settings, logger).run();
  } catch (error) {
    explain(error, service.name, logger);
    process.exit(1);
  }
}

function explain(error: unknown, name: string, logger?: WinstonLogger): void {
  if (error instanceof SettingsError || error instanceof StartupError || !logger) {
    process.stderr.write(`${name} cannot start. ${error instanceof Error ? error.message : String(error)}\n`);
  } else {
    logger.error('the service cannot start', { 'event.action': 'service-start-failed', error });
  }
}

class ServiceRuntime<S extends ServiceSettings> {
  private phase: 'starting' | 'running' | 'draining' = 'starting';
  private probes: readonly ReadinessProbe[] = [];

  constructor(
    private readonly service: ServiceDefinition<S>,
    private readonly settings: S,
    private readonly logger: WinstonLogger,
  ) {}

  async run(): Promise<void> {
    this.endOnBrokenInvariants();
    const { managementHost: host, managementPort: port } = this.settings;
    const address = { host, port, variable: 'MANAGEMENT_PORT' };
    const management = await startManagementServer(this.service.name, address, () => this.readiness());

    const started = this.service.start(this.settings, { logger: this.logger });
    const close = async () => {
      await (await started).close();
      await management.close();
    };
    process.on('SIGTERM', (signal) => void this.stop(signal, close));
    process.on('SIGINT', (signal) => void this.stop(signal, close));

    this.probes = (await started).probes ?? [];
    if (this.phase === 'draining') return;
    this.phase = 'running';
    this.logger.info('the service runs', { 'event.action': 'service-started' });
  }

  private async readiness(): Promise<Readiness> {
    return this.phase === 'running' ? askProbes(this.probes) : { status: this.phase, missing: [] };
  }

  private async stop(signal: NodeJS.Signals, close: () => Promise<void>): Promise<void> {
    if (this.phase === 'draining') return this.end(1, 'the service was told twice to stop');
    this.phase = 'draining';
    this.logger.info(`the service stops (${signal})`, { 'event.action': 'service-stopping' });
    const grace = this.settings.shutdownGraceSeconds;
    setTimeout(() => this.end(1, `the service did not stop within ${grace} s`), grace * 1000).unref();
    try {
      await close();
      this.end(0, 'the service has stopped');
    } catch (error) {
      this.end(1, 'the service could not stop in order', error);
    }
  }

  private endOnBrokenInvariants(): void {
    for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
      process.on(event, (error: unknown) => this.end(1, `the service ends: ${event}`, error));
    }
  }

  private end(code: 0 | 1, message: string, error?: unknown): void {
    this.logger.log(code === 0 ? 'info' : 'error', message, { 'event.action': 'service-stopped', error });
    process.exit(code);
  }
}
