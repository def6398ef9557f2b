import { BackgroundLoop, BackgroundWork, gauge, pause, type Logger } from '@job-scope/platform-nest';
import { ReadRatesAge, RefreshAreas, RefreshCurrencyRates } from '@job-scope/vacancies-application';
import { Inject, Injectable } from '@nestjs/common';
import { WORKER_LOGGER } from './tokens';

/** How often it is asked what is due: most of the time nothing. */
const PAUSE_MS = 60_000;

/** Renews areas and rates beside collecting, and never before it: what fails here is told, and tried again. */
@Injectable()
export class ReferenceDataRefresher extends BackgroundWork {
  protected readonly loops = [
    this.loopOf('areas', (signal) => this.areas(signal)),
    this.loopOf('currency rates', (signal) => this.rates(signal)),
  ];

  constructor(
    @Inject(RefreshAreas) private readonly refreshAreas: RefreshAreas,
    @Inject(RefreshCurrencyRates) private readonly refreshRates: RefreshCurrencyRates,
    @Inject(ReadRatesAge) ratesAge: ReadRatesAge,
    @Inject(WORKER_LOGGER) private readonly logger: Logger,
  ) {
    super();
    const age = gauge({
      name: 'currency_rates_age_seconds',
      help: 'How long ago the day began of the newest rate of each currency',
      labelNames: ['currency'],
      collect: async () => {
        for (const [currency, seconds] of await ratesAge.execute()) age.set({ currency }, seconds);
      },
    });
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
