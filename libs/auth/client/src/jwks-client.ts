import { AUTH_PATHS, type VerificationJwk } from '@job-scope/auth-contracts';
import type { VerificationKeys } from '@job-scope/auth-ports';
import type { Clock } from '@job-scope/kernel';
import type { Logger } from '@job-scope/platform-nest';
import { Pool } from 'undici';
import { parseJwks, readJwksFile, writeJwksFile } from './jwks-document';

export interface JwksClientOptions {
  /** Where auth-service is, for example `http://127.0.0.1:3100`. */
  readonly authServiceUrl: string;
  /** Where the last good set is kept, so that a restart needs no auth-service. */
  readonly cacheFile?: string;
  /** A set to begin with when there is nothing newer. */
  readonly file?: string;
  readonly clock: Clock;
  readonly logger: Logger;
}

const TIMEOUT_MS = 3_000;
const MAX_BODY_BYTES = 65_536;
const MIN_REFETCH_MS = 10_000;
/** Without a single key no token can be verified: that is worth asking more often. */
const FIRST_KEY_MS = 1_000;
const DEFAULT_MAX_AGE_SECONDS = 300;

/**
 * The keys that auth-service publishes. They are asked for anew when they are old, and for an unknown key at most every
 * 10 s. While auth-service is away the last good set stays in use; where there never was one, nothing can be said of a key.
 */
export class JwksClient implements VerificationKeys {
  private keys: ReadonlyMap<string, VerificationJwk> = new Map();
  private readonly pool: Pool;
  private fetching: Promise<void> | undefined;
  private fetchedAt = Number.NEGATIVE_INFINITY;
  private staleAt = Number.NEGATIVE_INFINITY;
  private maxAgeMs = 1000 * DEFAULT_MAX_AGE_SECONDS;

  private constructor(private readonly options: JwksClientOptions) {
    this.pool = new Pool(new URL(options.authServiceUrl).origin, {
      connections: 2,
      connect: { timeout: TIMEOUT_MS },
      headersTimeout: TIMEOUT_MS,
      bodyTimeout: TIMEOUT_MS,
      maxResponseSize: MAX_BODY_BYTES,
    });
  }

  /** Reads the kept sets and begins to fetch a newer one; does not wait for auth-service. */
  static async open(options: JwksClientOptions): Promise<JwksClient> {
    const client = new JwksClient(options);
    await client.readFiles();
    void client.fetchOnce();
    return client;
  }

  has(kid: string): boolean {
    void this.refetchIfDue(kid);
    return this.keys.has(kid);
  }

  async find(kid: string): Promise<VerificationJwk | undefined> {
    const refetched = this.refetchIfDue(kid);
    if (!this.keys.has(kid)) await refetched;
    this.requireKeys();
    return this.keys.get(kid);
  }

  /** For readiness: without a single key no token can be verified. */
  async check(): Promise<void> {
    if (this.keys.size === 0) await this.fetchOnce();
    this.requireKeys();
  }

  async close(): Promise<void> {
    await this.pool.destroy();
    await this.fetching;
  }

  private requireKeys(): void {
    if (this.keys.size === 0) throw new Error('no verification key is known yet');
  }

  /** Resolves when the request that is under way, if there is one, has ended. */
  private refetchIfDue(kid: string): Promise<void> {
    const isDue = this.now() - this.fetchedAt >= this.pauseBefore(kid);
    return this.fetching ?? (isDue ? this.fetchOnce() : Promise.resolve());
  }

  /** How long after the last request, however it ended, the next may follow. */
  private pauseBefore(kid: string): number {
    if (this.keys.size === 0) return FIRST_KEY_MS;
    // A new key signs after twice the age that the set may have: an old one must not be kept for longer.
    if (this.now() >= this.staleAt) return Math.min(this.maxAgeMs, MIN_REFETCH_MS);
    return this.keys.has(kid) ? Number.POSITIVE_INFINITY : MIN_REFETCH_MS;
  }

  /** Many callers share one request. Never rejects: a failure leaves the keys as they are. */
  private fetchOnce(): Promise<void> {
    this.fetching ??= this.fetch().finally(() => {
      this.fetching = undefined;
    });
    return this.fetching;
  }

  private async fetch(): Promise<void> {
    this.fetchedAt = this.now();
    try {
      const { statusCode, headers, body } = await this.pool.request({ method: 'GET', path: AUTH_PATHS.jwks });
      const text = await body.text();
      if (statusCode !== 200) throw new Error(`auth-service answered ${statusCode}`);
      const keys = parseJwks(text);
      this.use(keys);
      this.maxAgeMs = 1000 * maxAgeOf(headers['cache-control']);
      // Counted from the question: what is published while the answer is on its way may not be in it.
      this.staleAt = this.fetchedAt + this.maxAgeMs;
      if (this.options.cacheFile) await writeJwksFile(this.options.cacheFile, keys);
    } catch (error) {
      this.options.logger.warn('the keys of auth-service could not be fetched and kept', {
        'event.action': 'jwks-fetch-failed',
        error,
      });
    }
  }

  private async readFiles(): Promise<void> {
    for (const file of [this.options.cacheFile, this.options.file]) {
      if (!file || this.keys.size > 0) continue;
      try {
        this.use(await readJwksFile(file));
      } catch (error) {
        if (file === this.options.file) throw new Error(`JWKS_FILE ${file} cannot be used`, { cause: error });
      }
    }
  }

  private use(keys: readonly VerificationJwk[]): void {
    this.keys = new Map(keys.map((key) => [key.kid, key]));
  }

  private now(): number {
    return this.options.clock.now().getTime();
  }
}

const maxAgeOf = (cacheControl: string | string[] | undefined): number => {
  const [, seconds] = /\bmax-age=(\d+)/.exec(String(cacheControl)) ?? [];
  return seconds === undefined ? DEFAULT_MAX_AGE_SECONDS : Number(seconds);
};
