import { BackgroundLoop, BackgroundWork, pause, type Logger } from '@job-scope/platform-nest';
import { AdvanceExports, RemoveExpiredExports } from '@job-scope/vacancies-application';
import { Inject, Injectable } from '@nestjs/common';
import { WORKER_LOGGER } from './tokens';

const LOOK_MS = 1_000;
const CLEAN_MS = 60_000;
const PAUSE_MS = 5_000;

/** Makes the files that were asked for, a page at a time, and takes away those that have expired. */
@Injectable()
export class Exporter extends BackgroundWork {
  protected readonly loops = [
    this.loopOf(LOOK_MS, () => this.takeStep()),
    this.loopOf(CLEAN_MS, async () => {
      await this.removeExpired.execute();
      return false;
    }),
  ];

  constructor(
    @Inject(AdvanceExports) private readonly advance: AdvanceExports,
    @Inject(RemoveExpiredExports) private readonly removeExpired: RemoveExpiredExports,
    @Inject(WORKER_LOGGER) private readonly logger: Logger,
  ) {
    super();
  }

  private async takeStep(): Promise<boolean> {
    const { taken, error } = await this.advance.execute();
    if (error !== undefined) this.warn(error);
    return taken;
  }

  /** Takes step after step while there is something to do, and looks again a little later. */
  private loopOf(lookMs: number, step: () => Promise<boolean>): BackgroundLoop {
    return new BackgroundLoop({
      step: async (signal) => {
        if (!(await step())) await pause(lookMs, signal);
      },
      onError: (error) => this.warn(error),
      pauseAfterErrorMs: PAUSE_MS,
    });
  }

  private warn(error: unknown): void {
    this.logger.warn('a step of an export failed', { 'event.action': 'export-step-failed', error });
  }
}
