import type { Logger } from '../logging/logger';
import { hashKey } from './rate-limit-key';
import type { RateLimitPolicy } from './rate-limit-policy';
import type { RateLimitState } from './rate-limits';
import type { SharedUsage, Usage, WindowUsage } from './shared-usage';

export interface ReconciledRateLimitOptions {
  readonly name: string;
  readonly policy: RateLimitPolicy;
  readonly usage: SharedUsage;
  readonly logger: Logger;
  /** Keys remembered at most; 10,000 by default. Beyond it the oldest are forgotten here, but not in the shared store. */
  readonly maxKeys?: number;
  readonly now?: () => number;
}

interface Window {
  readonly key: string;
  /** What all replicas had used when the store was last asked. */
  known: number;
  /** What this one has let through since. */
  unsaid: number;
  endsAt: number;
}

interface Said extends Usage {
  readonly window: Window;
}

const RECONCILE_EVERY_MS = 1000;

/**
 * A limit that costs a request no more than a look into a map. Each replica decides by what it knows, and once a second
 * tells the shared store what it has let through, and learns what all have: one round trip for all keys of that second.
 *
 * So it is not exact. Of a window, all replicas together let through at most the limit, and besides what each of them
 * lets through in one second: after that it knows, and lets through nothing more. No replica ever exceeds the limit by
 * itself, so that R of them let through at most R times the limit. Refused requests are not counted.
 *
 * While the store is away each replica goes on by itself.
 */
export class ReconciledRateLimit {
  readonly name: string;
  readonly policy: RateLimitPolicy;
  /** In the order in which their windows began. */
  private readonly windows = new Map<string, Window>();
  private readonly windowMs: number;
  private readonly maxKeys: number;
  private readonly now: () => number;
  private timer: NodeJS.Timeout | undefined;
  private exchange: Promise<void> | undefined;
  private alone = false;

  constructor(private readonly options: ReconciledRateLimitOptions) {
    ({ name: this.name, policy: this.policy } = options);
    ({ maxKeys: this.maxKeys = 10_000, now: this.now = Date.now } = options);
    this.windowMs = options.policy.seconds * 1000;
  }

  get keys(): number {
    return this.windows.size;
  }

  start(): void {
    this.timer ??= setInterval(() => void this.reconcile(), RECONCILE_EVERY_MS).unref();
  }

  /** Stops, and says what is unsaid. */
  async close(): Promise<void> {
    clearInterval(this.timer);
    await this.exchange;
    await this.reconcile();
  }

  take(key: string): RateLimitState {
    const now = this.now();
    let window = this.windows.get(key);
    if (window === undefined || window.endsAt <= now) window = this.open(key, now);
    const left = this.policy.requests - window.known - window.unsaid;
    const allowed = left > 0;
    if (allowed) window.unsaid += 1;
    return { allowed, remaining: allowed ? left - 1 : 0, resetMs: window.endsAt - now };
  }

  /** Never rejects. One that is under way is not begun twice. */
  reconcile(): Promise<void> {
    this.exchange ??= this.say().finally(() => {
      this.exchange = undefined;
    });
    return this.exchange;
  }

  private open(key: string, now: number): Window {
    this.windows.delete(key);
    if (this.windows.size >= this.maxKeys) {
      const [oldest = ''] = this.windows.keys();
      this.windows.delete(oldest);
    }
    const window = { key, known: 0, unsaid: 0, endsAt: now + this.windowMs };
    this.windows.set(key, window);
    return window;
  }

  private async say(): Promise<void> {
    const now = this.now();
    for (const { key, endsAt } of this.windows.values()) if (endsAt <= now) this.windows.delete(key);
    const unsaid = [...this.windows.values()].filter((window) => window.unsaid > 0);
    const said = unsaid.map((window): Said => {
      return { window, key: `${this.name}:${hashKey(window.key)}`, requests: window.unsaid };
    });
    if (said.length === 0) return;
    try {
      const answers = await this.options.usage.add(said, this.windowMs);
      answers.forEach((answer, i) => this.learn(answer, said[i]));
      this.tell(false);
    } catch (error) {
      this.tell(true, error);
    }
  }

  private learn({ requests, leftMs }: WindowUsage, said: Said | undefined): void {
    if (!said) return;
    // Meanwhile more may have been let through, or the window have ended and another be in its place.
    said.window.unsaid -= said.requests;
    said.window.known = requests;
    said.window.endsAt = this.now() + leftMs;
  }

  /** Once, when it begins, and once, when it ends. */
  private tell(alone: boolean, error?: unknown): void {
    if (alone === this.alone) return;
    this.alone = alone;
    const { logger } = this.options;
    if (alone) {
      const fields = { 'event.action': 'rate-limit-alone', error };
      logger.warn('the shared store of rate limits is away: each replica counts by itself', fields);
    } else {
      logger.info('rate limits are shared again', { 'event.action': 'rate-limit-shared' });
    }
  }
}
