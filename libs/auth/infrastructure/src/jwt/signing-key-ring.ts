import {
  isPublished,
  signingKeyAt,
  verifiesRefreshTokens,
  type KeyRingTimes,
  type PublicJwk,
  type SigningKey,
} from '@job-scope/auth-domain';
import type { SigningKeyReader, VerificationKeys } from '@job-scope/auth-ports';
import type { Clock } from '@job-scope/kernel';
import { createPrivateKey, type KeyObject } from 'node:crypto';
import type { KeySealer } from './key-sealer';

/** How long a read ring is used at most; and far less than the time between publishing a key and signing with it. */
const FRESH_MS = 10_000;
const FRESH_SHARE = 1 / 4;

export interface Signer {
  readonly kid: string;
  readonly privateKey: KeyObject;
}

export class NoSigningKeyError extends Error {
  override readonly name = 'NoSigningKeyError';
  override readonly message = 'there is no signing key yet: run keys:ensure';
}

/** The stored ring at hand: signs with the key whose turn it is, and gives the keys of both tokens to verify with. */
export class SigningKeyRing implements VerificationKeys {
  private ring: readonly SigningKey[] = [];
  private readAt = Number.NEGATIVE_INFINITY;
  private reading: Promise<void> | undefined;
  private signing: Signer | undefined;

  constructor(
    private readonly reader: SigningKeyReader,
    private readonly sealer: KeySealer,
    private readonly clock: Clock,
    private readonly times: KeyRingTimes,
  ) {}

  /** Throws `NoSigningKeyError` if there is none yet, and an error that says so if it cannot be decrypted. */
  async signer(): Promise<Signer> {
    await this.refresh();
    const key = signingKeyAt(this.ring, this.clock.now());
    if (!key) throw new NoSigningKeyError();
    if (this.signing?.kid !== key.kid) this.signing = this.open(key);
    return this.signing;
  }

  async find(kid: string): Promise<PublicJwk | undefined> {
    await this.refresh();
    return this.has(kid) ? this.key(kid)?.publicJwk : undefined;
  }

  has(kid: string): boolean {
    const key = this.key(kid);
    return key !== undefined && isPublished(key, this.clock.now());
  }

  async findForRefreshToken(kid: string): Promise<PublicJwk | undefined> {
    await this.refresh();
    const key = this.key(kid);
    return key && verifiesRefreshTokens(key, this.clock.now(), this.times) ? key.publicJwk : undefined;
  }

  private key(kid: string): SigningKey | undefined {
    return this.ring.find((key) => key.kid === kid);
  }

  private async refresh(): Promise<void> {
    const freshMs = Math.min(FRESH_MS, this.times.publishedMaxAgeMs * FRESH_SHARE);
    if (this.clock.now().getTime() - this.readAt < freshMs) return;
    this.reading ??= this.read().finally(() => {
      this.reading = undefined;
    });
    await this.reading;
  }

  private async read(): Promise<void> {
    this.ring = await this.reader.readRing();
    this.readAt = this.clock.now().getTime();
  }

  private open({ kid, sealedPrivateKey }: SigningKey): Signer {
    const key = this.sealer.open(sealedPrivateKey, kid);
    return { kid, privateKey: createPrivateKey({ key, format: 'der', type: 'pkcs8' }) };
  }
}
