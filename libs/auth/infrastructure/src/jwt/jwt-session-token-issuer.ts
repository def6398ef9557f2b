import {
  ACCESS_TOKEN_TYPE,
  REFRESH_TOKEN_TYPE,
  TOKEN_ALGORITHM,
  type AccessTokenClaims,
  type RefreshTokenClaims,
} from '@job-scope/auth-contracts';
import type { Session } from '@job-scope/auth-domain';
import type { SessionTokenIssuer, SessionTokens } from '@job-scope/auth-ports';
import type { Clock, IdGenerator } from '@job-scope/kernel';
import { JwtService } from '@nestjs/jwt';
import type { Signer, SigningKeyRing } from './signing-key-ring';

export interface TokenSettings {
  readonly issuer: string;
  /** For whom access tokens are meant: the API. */
  readonly audience: string;
  readonly accessTokenTtlMs: number;
}

/** Signs both tokens of a session as JWTs (RFC 9068 for the access token). */
export class JwtSessionTokenIssuer implements SessionTokenIssuer {
  private readonly jwt = new JwtService();

  constructor(
    private readonly ring: SigningKeyRing,
    private readonly ids: IdGenerator,
    private readonly clock: Clock,
    private readonly settings: TokenSettings,
  ) {}

  async issue({ id, userId, generation, issue, ...session }: Session): Promise<SessionTokens> {
    const signer = await this.ring.signer();
    const now = this.clock.now();
    const { issuer, audience, accessTokenTtlMs } = this.settings;
    const accessExpiresAt = earlier(new Date(now.getTime() + accessTokenTtlMs), session.absoluteExpiresAt);
    const shared = { iss: issuer, sub: userId, sid: id, iat: seconds(now), nbf: seconds(now), gen: generation };
    const access: AccessTokenClaims = {
      ...shared,
      aud: audience,
      jti: this.ids.next(),
      exp: seconds(accessExpiresAt),
    };
    const refresh: RefreshTokenClaims = {
      ...shared,
      aud: issuer,
      // The same for each copy of one and the same token.
      jti: `${id}.${generation}.${issue}`,
      exp: seconds(session.idleExpiresAt),
      isn: issue,
    };
    return {
      accessToken: this.sign(access, ACCESS_TOKEN_TYPE, signer),
      accessExpiresAt,
      refreshToken: this.sign(refresh, REFRESH_TOKEN_TYPE, signer),
      refreshExpiresAt: session.idleExpiresAt,
    };
  }

  private sign(claims: AccessTokenClaims, typ: string, { kid, privateKey }: Signer): string {
    const header = { alg: TOKEN_ALGORITHM, typ, kid };
    return this.jwt.sign({ ...claims }, { privateKey, algorithm: TOKEN_ALGORITHM, header });
  }
}

const seconds = (date: Date): number => Math.floor(date.getTime() / 1000);

const earlier = (one: Date, other: Date): Date => (one < other ? one : other);
