/** The default "now" of the simulated site. Fixed, so that the same options always give the same vacancies. */
export const DEFAULT_NOW = '2026-11-02T12:00:00+0300';

/**
 * The simulator's time. It stands still, because published dates must not depend on the day a test runs,
 * and moves only when the control door says so.
 */
export class VirtualClock {
  private advancedSeconds = 0;

  /** @param start seconds since the epoch */
  constructor(private readonly start: number) {}

  /** Seconds since the epoch. */
  now(): number {
    return this.start + this.advancedSeconds;
  }

  advance(seconds: number): void {
    this.advancedSeconds += seconds;
  }

  /**
   * Milliseconds that have passed for a client: real time plus what was advanced.
   * Limits such as "one token per five minutes" are counted in it, so they end by waiting and by advancing alike.
   */
  elapsed(): number {
    return performance.now() + this.advancedSeconds * 1000;
  }
}
