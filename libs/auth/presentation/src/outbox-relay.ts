import { RelayOutbox, type RelayOutboxOutput } from '@job-scope/auth-application';
import { BackgroundLoop, counter, pause, type Logger } from '@job-scope/platform-nest';

/** How soon what a commit has left to do is done. */
const IDLE_MS = 500;

const LANES = ['access', 'mail'] as const;

/** Carries the outbox on as long as the service runs; slow mail keeps nothing else waiting. */
export class OutboxRelay {
  private readonly loops = LANES.map(
    (lane) =>
      new BackgroundLoop({
        step: async (signal) => {
          const turn = await this.relay.execute(lane);
          this.record(turn);
          if (turn.outcome === 'nothing') await pause(IDLE_MS, signal);
        },
        onError: (error) =>
          this.logger.error('the outbox cannot be relayed', { 'event.action': 'relay-failed', error }),
        pauseAfterErrorMs: IDLE_MS,
      }),
  );
  private readonly relayed = counter({
    name: 'auth_outbox_relayed_total',
    help: 'What the relay of auth-service has done, by kind of event and how it ended.',
    labelNames: ['kind', 'result'],
  });

  constructor(
    private readonly relay: RelayOutbox,
    private readonly logger: Logger,
  ) {}

  start(): void {
    this.loops.forEach((loop) => loop.start());
  }

  /** Resolves when what is under way is done. */
  async stop(): Promise<void> {
    await Promise.all(this.loops.map((loop) => loop.stop()));
  }

  private record({ outcome, kind, messageId, error }: RelayOutboxOutput): void {
    if (!kind) return;
    this.relayed.inc({ kind, result: outcome });
    if (outcome === 'failed') {
      const fields = { 'event.action': 'delivery-failed', 'message.id': messageId, error };
      this.logger.warn(`an event (${kind}) could not be delivered, and will be tried again`, fields);
    }
  }
}
