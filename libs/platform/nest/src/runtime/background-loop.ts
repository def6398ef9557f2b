export interface BackgroundLoopOptions {
  /** One round; it decides itself how long it waits, and stops waiting on abort. `done` ends the loop. */
  step(signal: AbortSignal): Promise<void | 'done'>;
  /** Hears of rounds that failed. */
  onError(error: unknown): void;
  /** After a failed round, so that an outage is not met by a busy loop. */
  readonly pauseAfterErrorMs: number;
}

/** Does one thing again and again, one round after another, until it is stopped. A round that fails does not end it. */
export class BackgroundLoop {
  private readonly stopping = new AbortController();
  private ended: Promise<void> = Promise.resolve();

  constructor(private readonly options: BackgroundLoopOptions) {}

  start(): void {
    this.ended = this.run(this.stopping.signal);
  }

  /** Resolves when the round under way has ended. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.ended;
  }

  private async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        if ((await this.options.step(signal)) === 'done') return;
      } catch (error) {
        if (signal.aborted) return;
        this.options.onError(error);
        await pause(this.options.pauseAfterErrorMs, signal);
      }
    }
  }
}

/** Waits, but not beyond the abort. */
export const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end, { once: true });
    if (signal.aborted) end();
  });
