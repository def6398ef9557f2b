import { CLOCK_SKEW_SECONDS, TOKEN_ALGORITHM } from '@job-scope/auth-contracts';
import type { MailLinkPurpose } from '@job-scope/auth-domain';
import type { MailLinkClaims, MailLinkTokens, ReadMailLink } from '@job-scope/auth-ports';
import type { Clock } from '@job-scope/kernel';
import { JwtService } from '@nestjs/jwt';
import { createHash, createPublicKey } from 'node:crypto';
import type { SigningKeyRing } from './signing-key-ring';

interface WireClaims {
  readonly sub: string;
  readonly email: string;
  /** Digest of the user's state that the link was made for. */
  readonly bnd: string;
}

/** A type of its own for each purpose: no token passes for another. */
const typeOf = (purpose: MailLinkPurpose): string => `${purpose}+jwt`;

/** The tokens of mail links as JWTs by the key ring: nothing of them is stored. */
export class JwtMailLinkTokens implements MailLinkTokens {
  private readonly jwt = new JwtService();

  constructor(
    private readonly ring: SigningKeyRing,
    private readonly clock: Clock,
    private readonly issuer: string,
  ) {}

  async issue(
    purpose: MailLinkPurpose,
    { userId, email }: MailLinkClaims,
    state: string,
    ttlMs: number,
  ): Promise<string> {
    const { kid, privateKey } = await this.ring.signer();
    const now = this.nowSeconds();
    const times = { iat: now, nbf: now, exp: now + Math.floor(ttlMs / 1000) };
    const claims = { iss: this.issuer, aud: this.issuer, sub: userId, email, bnd: digest(state), ...times };
    const header = { alg: TOKEN_ALGORITHM, typ: typeOf(purpose), kid };
    return this.jwt.sign(claims, { privateKey, algorithm: TOKEN_ALGORITHM, header });
  }

  async read(purpose: MailLinkPurpose, token: string): Promise<ReadMailLink | undefined> {
    const kid = this.keyIdOf(purpose, token);
    const jwk = kid === undefined ? undefined : await this.ring.findForRefreshToken(kid);
    if (!jwk) return undefined;
    const claims = this.verify(
      token,
      new JwtService({ publicKey: createPublicKey({ key: { ...jwk }, format: 'jwk' }) }),
    );
    return isComplete(claims)
      ? { userId: claims.sub, email: claims.email, isBoundTo: (state) => digest(state) === claims.bnd }
      : undefined;
  }

  /** Undefined if the token does not even claim to be one for this purpose. */
  private keyIdOf(purpose: MailLinkPurpose, token: string): string | undefined {
    try {
      const { header } = this.jwt.decode(token, { complete: true }) ?? {};
      return header?.typ === typeOf(purpose) ? header.kid : undefined;
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
        clockTimestamp: this.nowSeconds(),
        clockTolerance: CLOCK_SKEW_SECONDS,
      });
    } catch {
      return {};
    }
  }

  private nowSeconds(): number {
    return Math.floor(this.clock.now().getTime() / 1000);
  }
}

const digest = (state: string): string => createHash('sha256').update(state).digest('base64url');

const isComplete = (claims: Partial<WireClaims>): claims is WireClaims =>
  [claims.sub, claims.email, claims.bnd].every((claim) => typeof claim === 'string');
