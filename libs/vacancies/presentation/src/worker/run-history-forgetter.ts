import { BackgroundLoop, BackgroundWork, pause, type Logger } from '@job-scope/platform-nest';
import { ForgetRunHistory } from '@job-scope/vacancies-application';
import { Inject, Injectable } from '@nestjs/common';
import { WORKER_LOGGER } from './tokens';

const CLEAN_MS = 3_600_000;
const PAUSE_MS = 60_000;

/** Keeps the history of runs from growing for ever. Any number of replicas may do so at once. */
@Injectable()
export class RunHistoryForgetter extends BackgroundWork {
  protected readonly loops = [
    new BackgroundLoop({
      step: async (signal) => {
        await this.forgetRunHistory.execute(signal);
        await pause(CLEAN_MS, signal);
      },
      onError: (error) => this.logger.warn('old runs cannot be forgotten', { 'event.action': 'forget-failed', error }),
      pauseAfterErrorMs: PAUSE_MS,
    }),
  ];

  constructor(
    @Inject(ForgetRunHistory) private readonly forgetRunHistory: ForgetRunHistory,
    @Inject(WORKER_LOGGER) private readonly logger: Logger,
  ) {
    super();
  }
}
