import {
  ACCESS_TOKEN_TYPE,
  CLOCK_SKEW_SECONDS,
  TOKEN_ALGORITHM,
  type AccessTokenClaims,
} from '@job-scope/auth-contracts';
import type { VerificationKeys } from '@job-scope/auth-ports';
import type { Clock } from '@job-scope/kernel';
import { JwtService } from '@nestjs/jwt';
import { createPublicKey } from 'node:crypto';

export interface VerifierSettings {
  readonly issuer: string;
  readonly audience: string;
  /** How many verified tokens are remembered at most; 10,000 by default. */
  readonly cacheSize?: number;
}

interface Verified {
  readonly kid: string;
  readonly claims: AccessTokenClaims;
}

/** Longer than any token we sign; nothing longer is looked at or remembered. */
const MAX_TOKEN_LENGTH = 2048;

/**
 * Verifies access tokens (RFC 9068): type, algorithm, signature, and every claim. A signature that was good stays good,
 * so it is remembered while its token lives and its key is published. It says nothing of the session: ask its status.
 */
export class AccessTokenVerifier {
  private readonly verified = new Map<string, Verified>();
  private readonly verifiers = new Map<string, JwtService>();
  private readonly decoder = new JwtService();

  constructor(
    private readonly keys: VerificationKeys,
    private readonly clock: Clock,
    private readonly settings: VerifierSettings,
  ) {}

  /** What a good access token says; undefined for everything else. */
  async verify(token: string): Promise<AccessTokenClaims | undefined> {
    return this.recall(token) ?? this.remember(token, await this.verifyAnew(token));
  }

  private recall(token: string): AccessTokenClaims | undefined {
    const known = this.verified.get(token);
    if (!known) return undefined;
    if (this.keys.has(known.kid) && this.nowSeconds() < known.claims.exp) return known.claims;
    this.verified.delete(token);
    return undefined;
  }

  private remember(token: string, result: Verified | undefined): AccessTokenClaims | undefined {
    if (!result) return undefined;
    const { cacheSize = 10_000 } = this.settings;
    const [oldest] = this.verified.size >= cacheSize ? this.verified.keys() : [];
    if (oldest !== undefined) this.verified.delete(oldest);
    this.verified.set(token, result);
    return result.claims;
  }

  private async verifyAnew(token: string): Promise<Verified | undefined> {
    const kid = token.length <= MAX_TOKEN_LENGTH ? this.keyIdOf(token) : undefined;
    const verifier = kid === undefined ? undefined : await this.verifierOf(kid);
    const claims = verifier && this.claimsOf(token, verifier);
    return kid !== undefined && claims && isComplete(claims) ? { kid, claims } : undefined;
  }

  /** Undefined if the token does not even claim to be an access token. */
  private keyIdOf(token: string): string | undefined {
    try {
      const { header } = this.decoder.decode(token, { complete: true }) ?? {};
      return header?.typ === ACCESS_TOKEN_TYPE ? header.kid : undefined;
    } catch {
      return undefined;
    }
  }

  private async verifierOf(kid: string): Promise<JwtService | undefined> {
    const jwk = await this.keys.find(kid);
    if (!jwk) {
      this.verifiers.delete(kid);
      return undefined;
    }
    const known = this.verifiers.get(kid);
    if (known) return known;
    const verifier = new JwtService({ publicKey: createPublicKey({ key: { ...jwk }, format: 'jwk' }) });
    this.verifiers.set(kid, verifier);
    return verifier;
  }

  private claimsOf(token: string, verifier: JwtService): Partial<AccessTokenClaims> | undefined {
    try {
      return verifier.verify<AccessTokenClaims>(token, {
        algorithms: [TOKEN_ALGORITHM],
        issuer: this.settings.issuer,
        audience: this.settings.audience,
        clockTimestamp: this.nowSeconds(),
        clockTolerance: CLOCK_SKEW_SECONDS,
      });
    } catch {
      return undefined;
    }
  }

  private nowSeconds(): number {
    return this.clock.now().getTime() / 1000;
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const isComplete = (claims: Partial<AccessTokenClaims>): claims is AccessTokenClaims =>
  [claims.sid, claims.sub].every((claim) => typeof claim === 'string' && UUID.test(claim)) &&
  typeof claims.jti === 'string' &&
  [claims.gen, claims.exp, claims.nbf, claims.iat].every(Number.isInteger);
