import { REFRESH_TOKEN_TYPE, type RefreshTokenClaims as WireClaims } from '@job-scope/auth-contracts';
import type { RefreshTokenClaims, RefreshTokenReader } from '@job-scope/auth-ports';
import type { Clock } from '@job-scope/kernel';
import { readOwnToken } from './read-own-token';
import type { SigningKeyRing } from './signing-key-ring';

export class JwtRefreshTokenReader implements RefreshTokenReader {
  constructor(
    private readonly ring: SigningKeyRing,
    private readonly clock: Clock,
    private readonly issuer: string,
  ) {}

  async read(token: string): Promise<RefreshTokenClaims | undefined> {
    const { ring, clock, issuer } = this;
    const claims = await readOwnToken<WireClaims>({ ring, clock, issuer }, REFRESH_TOKEN_TYPE, token);
    return isComplete(claims)
      ? { sessionId: claims.sid, userId: claims.sub, generation: claims.gen, issue: claims.isn }
      : undefined;
  }
}

const isComplete = (claims: Partial<WireClaims>): claims is WireClaims =>
  [claims.sid, claims.sub, claims.jti].every((claim) => typeof claim === 'string') &&
  [claims.gen, claims.isn, claims.exp, claims.nbf, claims.iat].every(Number.isInteger);
