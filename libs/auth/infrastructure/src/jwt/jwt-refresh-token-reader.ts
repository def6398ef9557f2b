import {
  CLOCK_SKEW_SECONDS,
  REFRESH_TOKEN_TYPE,
  TOKEN_ALGORITHM,
  type RefreshTokenClaims as WireClaims,
} from '@job-scope/auth-contracts';
import type { RefreshTokenClaims, RefreshTokenReader } from '@job-scope/auth-ports';
import type { Clock } from '@job-scope/kernel';
import { JwtService } from '@nestjs/jwt';
import { createPublicKey } from 'node:crypto';
import type { SigningKeyRing } from './signing-key-ring';

export class JwtRefreshTokenReader implements RefreshTokenReader {
  constructor(
    private readonly ring: SigningKeyRing,
    private readonly clock: Clock,
    private readonly issuer: string,
  ) {}

  async read(token: string): Promise<RefreshTokenClaims | undefined> {
    const kid = this.keyIdOf(token);
    const jwk = kid === undefined ? undefined : await this.ring.findForRefreshToken(kid);
    if (!jwk) return undefined;
    const claims = this.verify(
      token,
      new JwtService({ publicKey: createPublicKey({ key: { ...jwk }, format: 'jwk' }) }),
    );
    return isComplete(claims)
      ? { sessionId: claims.sid, userId: claims.sub, generation: claims.gen, issue: claims.isn }
      : undefined;
  }

  /** Undefined if the token does not even claim to be a refresh token. */
  private keyIdOf(token: string): string | undefined {
    try {
      const { header } = new JwtService().decode(token, { complete: true }) ?? {};
      return header?.typ === REFRESH_TOKEN_TYPE ? header.kid : undefined;
    } catch {
      return undefined;
    }
  }

  private verify(token: string, jwt: JwtService): Partial<WireClaims> {
    try {
      return jwt.verify<WireClaims>(token, {
        algorithms: [TOKEN_ALGORITHM],
        issuer: this.issuer,
        audience: this.issuer,
        clockTimestamp: this.clock.now().getTime() / 1000,
        clockTolerance: CLOCK_SKEW_SECONDS,
      });
    } catch {
      return {};
    }
  }
}

const isComplete = (claims: Partial<WireClaims>): claims is WireClaims =>
  [claims.sid, claims.sub, claims.jti].every((claim) => typeof claim === 'string') &&
  [claims.gen, claims.isn, claims.exp, claims.nbf, claims.iat].every(Number.isInteger);
