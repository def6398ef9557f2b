import { BackgroundLoop, gauge, pause, type Logger } from '@job-scope/platform-nest';
import { ReadRatesAge, RefreshAreas, RefreshCurrencyRates } from '@job-scope/vacancies-application';
import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { WORKER_LOGGER } from './tokens';

/** How often it is asked what is due: most of the time nothing. */
const PAUSE_MS = 60_000;

/** Renews areas and rates beside collecting, and never before it: what fails here is told, and tried again. */
@Injectable()
export class ReferenceDataRefresher implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly loops = [
    this.loopOf('areas', (signal) => this.areas(signal)),
    this.loopOf('currency rates', (signal) => this.rates(signal)),
  ];

  constructor(
    @Inject(RefreshAreas) private readonly refreshAreas: RefreshAreas,
    @Inject(RefreshCurrencyRates) private readonly refreshRates: RefreshCurrencyRates,
    @Inject(ReadRatesAge) ratesAge: ReadRatesAge,
    @Inject(WORKER_LOGGER) private readonly logger: Logger,
  ) {
    const age = gauge({
      name: 'currency_rates_age_seconds',
      help: 'How long ago the day began of the newest rate of each currency',
      labelNames: ['currency'],
      // What cannot be read now keeps its last value: the other metrics must be served all the same.
      collect: async () => {
        const ages = await ratesAge.execute().catch(() => new Map<string, number>());
        for (const [currency, seconds] of ages) age.set({ currency }, seconds);
      },
    });
  }

  onApplicationBootstrap(): void {
    for (const loop of this.loops) loop.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.loops.map((loop) => loop.stop()));
  }

  private loopOf(what: string, refresh: (signal: AbortSignal) => Promise<void>): BackgroundLoop {
    return new BackgroundLoop({
      step: async (signal) => {
        await refresh(signal);
        await pause(PAUSE_MS, signal);
      },
      onError: (error) =>
        this.logger.warn(`the ${what} cannot be refreshed`, { 'event.action': 'refresh-failed', error }),
      pauseAfterErrorMs: PAUSE_MS,
    });
  }

  private async areas(signal: AbortSignal): Promise<void> {
    for (const { source, written, removed, failure } of await this.refreshAreas.execute(signal)) {
      if (failure !== null) this.warn(`the areas of ${source} stay as they were: ${failure}`);
      else this.logger.info(`areas of ${source}: ${written} written, ${removed} removed`, REFRESHED);
    }
  }

  private async rates(signal: AbortSignal): Promise<void> {
    const report = await this.refreshRates.execute(signal);
    if (report === undefined) return;
    const { noted, refused, failure } = report;
    if (failure !== null) this.warn(`the currency rates stay as they were: ${failure}`);
    else this.logger.info(`${noted} currency rates noted`, REFRESHED);
    for (const reason of refused) this.warn(`a currency rate cannot be true: ${reason}`);
  }

  private warn(message: string): void {
    this.logger.warn(message, { 'event.action': 'refresh-failed' });
  }
}

const REFRESHED = { 'event.action': 'refreshed' };
