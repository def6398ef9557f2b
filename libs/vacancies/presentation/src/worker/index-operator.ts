import { BackgroundLoop, BackgroundWork, pause, type Logger } from '@job-scope/platform-nest';
import { AdvanceIndexOperation } from '@job-scope/vacancies-application';
import { Inject, Injectable } from '@nestjs/common';
import { WORKER_LOGGER } from './tokens';

const LOOK_MS = 1_000;
const PAUSE_MS = 5_000;

/** Does what is asked to be done to search indexes: looks each second, and takes step after step of what it finds. */
@Injectable()
export class IndexOperator extends BackgroundWork {
  protected readonly loops = [
    new BackgroundLoop({
      step: async (signal) => {
        if ((await this.advance.execute()) !== 'advanced') await pause(LOOK_MS, signal);
      },
      onError: (error) =>
        this.logger.warn('a step of an index operation failed', { 'event.action': 'index-step-failed', error }),
      pauseAfterErrorMs: PAUSE_MS,
    }),
  ];

  constructor(
    @Inject(AdvanceIndexOperation) private readonly advance: AdvanceIndexOperation,
    @Inject(WORKER_LOGGER) private readonly logger: Logger,
  ) {
    super();
  }
}
