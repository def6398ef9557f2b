import { Inject, Injectable } from '@nestjs/common';
import { BackgroundLoop, BackgroundWork, type Logger } from '@job-scope/platform-nest';
import { RelayOutbox, WaitForOutbox, type RelayReport } from '@job-scope/vacancies-application';
import { WORKER_LOGGER } from './tokens';
import { eventsRelayedTotal } from './worker-metrics';

const BATCH = 500;
/** What the notification of new messages misses is found after this long. */
const WAIT_MS = 1_000;

/** Carries the outbox on as long as the worker runs: all that is there, then waits for more. */
@Injectable()
export class OutboxRelay extends BackgroundWork {
  protected readonly loops = [
    new BackgroundLoop({
      step: async (signal) => {
        const report = await this.relay.execute(BATCH);
        this.record(report);
        if (report.claimed === 0) await this.wait.execute(WAIT_MS, signal);
      },
      onError: (error) => this.logger.error('the outbox cannot be relayed', { 'event.action': 'relay-failed', error }),
      pauseAfterErrorMs: WAIT_MS,
    }),
  ];

  constructor(
    @Inject(RelayOutbox) private readonly relay: RelayOutbox,
    @Inject(WaitForOutbox) private readonly wait: WaitForOutbox,
    @Inject(WORKER_LOGGER) private readonly logger: Logger,
  ) {
    super();
  }

  private record({ claimed, failures }: RelayReport): void {
    eventsRelayedTotal.inc({ result: 'delivered' }, claimed - failures.length);
    eventsRelayedTotal.inc({ result: 'failed' }, failures.length);
    const [first] = failures;
    if (first) {
      this.logger.warn(`${failures.length} events could not be delivered, the first because ${first.reason}`, {
        'event.action': 'delivery-failed',
        'message.id': first.messageId,
      });
    }
  }
}
