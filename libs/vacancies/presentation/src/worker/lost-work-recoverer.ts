import { BackgroundLoop, BackgroundWork, pause, type Logger } from '@job-scope/platform-nest';
import { RecoverLostWork, type RecoveredWork } from '@job-scope/vacancies-application';
import { Inject, Injectable } from '@nestjs/common';
import { WORKER_LOGGER } from './tokens';
import { deadLettersTotal } from './worker-metrics';

/** How often it is asked whether it is time to look: most of the time another worker has. */
const PAUSE_MS = 60_000;

/** Looks from the start on for work that runs wait for in vain. */
@Injectable()
export class LostWorkRecoverer extends BackgroundWork {
  protected readonly loops = [
    new BackgroundLoop({
      step: async (signal) => {
        for (const work of await this.recoverLostWork.execute(signal)) this.tell(work);
        await pause(PAUSE_MS, signal);
      },
      onError: (error) =>
        this.logger.warn('lost work cannot be looked for', { 'event.action': 'lost-work-search-failed', error }),
      pauseAfterErrorMs: PAUSE_MS,
    }),
  ];

  constructor(
    @Inject(RecoverLostWork) private readonly recoverLostWork: RecoverLostWork,
    @Inject(WORKER_LOGGER) private readonly logger: Logger,
  ) {
    super();
  }

  private tell({ source, runId, windowId, how }: RecoveredWork): void {
    if (how === 'given-up') deadLettersTotal.inc({ source });
    const fields = { 'event.action': 'lost-work-recovered', 'run.id': runId, 'window.id': windowId };
    this.logger.warn(`work of ${source} that nobody would have done is ${how}`, fields);
  }
}
