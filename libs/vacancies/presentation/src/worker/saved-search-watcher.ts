import { BackgroundLoop, BackgroundWork, pause, type Logger } from '@job-scope/platform-nest';
import { LookAtSavedSearches, SendNotifications, type NotificationReport } from '@job-scope/vacancies-application';
import { Inject, Injectable } from '@nestjs/common';
import { looksTotal, matchesTotal, notificationsTotal } from './saved-search-metrics';
import { WORKER_LOGGER } from './tokens';

const LOOKS = 20;
const MAILS = 20;
const WAIT_MS = 2_000;
const PAUSE_MS = 10_000;

/** Looks for what is new to saved searches, and beside that sends the mails about it: neither waits for the other. */
@Injectable()
export class SavedSearchWatcher extends BackgroundWork {
  protected readonly loops = [
    this.loopOf('saved searches cannot be looked at', () => this.lookAt()),
    this.loopOf('mails about new vacancies cannot be sent', () => this.sendMails()),
  ];

  constructor(
    @Inject(LookAtSavedSearches) private readonly look: LookAtSavedSearches,
    @Inject(SendNotifications) private readonly send: SendNotifications,
    @Inject(WORKER_LOGGER) private readonly logger: Logger,
  ) {
    super();
  }

  /** A step says whether it found something to do: then there may be more. */
  private loopOf(complaint: string, step: () => Promise<boolean>): BackgroundLoop {
    return new BackgroundLoop({
      step: async (signal) => {
        if (!(await step())) await pause(WAIT_MS, signal);
      },
      onError: (error) => this.logger.warn(complaint, { 'event.action': 'saved-searches-failed', error }),
      pauseAfterErrorMs: PAUSE_MS,
    });
  }

  private async lookAt(): Promise<boolean> {
    const { looks, told, failures } = await this.look.execute(LOOKS);
    looksTotal.inc({ result: 'failed' }, failures.length);
    looksTotal.inc({ result: 'done' }, looks - failures.length);
    matchesTotal.inc(told);
    for (const failure of failures) {
      this.logger.warn(`a look is tried again: ${failure}`, { 'event.action': 'look-failed' });
    }
    return looks > 0;
  }

  private async sendMails(): Promise<boolean> {
    const reports = await this.send.execute(MAILS);
    for (const report of reports) this.record(report);
    return reports.length > 0;
  }

  private record({ id, outcome, failure }: NotificationReport): void {
    notificationsTotal.inc({ outcome });
    if (failure === undefined) return;
    const what = outcome === 'put-off' ? 'is put off' : 'is given up';
    const fields = { 'event.action': 'mail-failed', 'message.id': id, error: failure };
    this.logger.warn(`a mail about new vacancies ${what}`, fields);
  }
}
