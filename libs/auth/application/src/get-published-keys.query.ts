import type { Clock } from '@job-scope/kernel';
import { isPublished, type KeyRingTimes, type PublicJwk } from '@job-scope/auth-domain';
import type { SigningKeyReader } from '@job-scope/auth-ports';

export interface PublishedKeysView {
  readonly keys: readonly PublicJwk[];
  /** For how long the set may be kept without asking again. */
  readonly maxAgeSeconds: number;
}

/** The public keys that access tokens are verified with. */
export class GetPublishedKeys {
  constructor(
    private readonly keys: SigningKeyReader,
    private readonly clock: Clock,
    private readonly times: KeyRingTimes,
  ) {}

  async execute(): Promise<PublishedKeysView> {
    const now = this.clock.now();
    const ring = await this.keys.readRing();
    return {
      keys: ring.filter((key) => isPublished(key, now)).map((key) => key.publicJwk),
      maxAgeSeconds: Math.floor(this.times.publishedMaxAgeMs / 1000),
    };
  }
}
