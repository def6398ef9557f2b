import { BackgroundLoop, BackgroundWork, pause, type Logger } from '@job-scope/platform-nest';
import { ForgetOldFires } from '@job-scope/vacancies-application';
import { Inject, Injectable } from '@nestjs/common';
import { SCHEDULER_LOGGER } from './schedule-ticker';

const CLEAN_MS = 3_600_000;
const PAUSE_MS = 60_000;

/** Keeps the history of schedules from growing for ever. Any number of replicas may do so at once. */
@Injectable()
export class FireForgetter extends BackgroundWork {
  protected readonly loops = [
    new BackgroundLoop({
      step: async (signal) => {
        const forgotten = await this.forgetOldFires.execute(signal);
        if (forgotten > 0) this.logger.info(`${forgotten} old fires forgotten`, { 'event.action': 'fires-forgotten' });
        await pause(CLEAN_MS, signal);
      },
      onError: (error) => this.logger.warn('old fires cannot be forgotten', { 'event.action': 'forget-failed', error }),
      pauseAfterErrorMs: PAUSE_MS,
    }),
  ];

  constructor(
    @Inject(ForgetOldFires) private readonly forgetOldFires: ForgetOldFires,
    @Inject(SCHEDULER_LOGGER) private readonly logger: Logger,
  ) {
    super();
  }
}
