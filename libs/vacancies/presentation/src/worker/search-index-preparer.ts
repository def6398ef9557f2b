import { Inject, Injectable } from '@nestjs/common';
import { BackgroundLoop, BackgroundWork, pause, type Logger } from '@job-scope/platform-nest';
import { PrepareSearchIndex } from '@job-scope/vacancies-application';
import { WORKER_LOGGER } from './tokens';

const PAUSE_MS = 5_000;

/** Prepares the search index at the start, and as often as it takes: collecting does not wait for a search server. */
@Injectable()
export class SearchIndexPreparer extends BackgroundWork {
  protected readonly loops = [
    new BackgroundLoop({
      step: async (signal) => {
        if (await this.prepareSearchIndex.execute()) return 'done';
        await pause(PAUSE_MS, signal);
      },
      onError: (error) =>
        this.logger.warn('the search index cannot be prepared', { 'event.action': 'index-not-prepared', error }),
      pauseAfterErrorMs: PAUSE_MS,
    }),
  ];

  constructor(
    @Inject(PrepareSearchIndex) private readonly prepareSearchIndex: PrepareSearchIndex,
    @Inject(WORKER_LOGGER) private readonly logger: Logger,
  ) {
    super();
  }
}
