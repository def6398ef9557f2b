import { TOKEN_ALGORITHM } from '@job-scope/auth-contracts';
import type { MailLinkPurpose } from '@job-scope/auth-domain';
import type { MailLinkClaims, MailLinkTokens, ReadMailLink } from '@job-scope/auth-ports';
import type { Clock } from '@job-scope/kernel';
import { JwtService } from '@nestjs/jwt';
import { createHash } from 'node:crypto';
import { readOwnToken } from './read-own-token';
import type { SigningKeyRing } from './signing-key-ring';

/** `typ` of each: none passes for another, nor for a token of a session. */
const TYPES: Readonly<Record<MailLinkPurpose, string>> = {
  'confirm-email': 'confirm-email+jwt',
  'reset-password': 'reset-password+jwt',
};

/** Times are in seconds since 1970. */
interface WireClaims {
  readonly iss: string;
  /** The issuer itself. */
  readonly aud: string;
  /** The user. */
  readonly sub: string;
  readonly email: string;
  /** SHA-256 of the state of the user that it was made for. */
  readonly bnd: string;
  readonly iat: number;
  readonly nbf: number;
  readonly exp: number;
}

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
    const now = this.clock.now().getTime();
    const claims: WireClaims = {
      iss: this.issuer,
      aud: this.issuer,
      sub: userId,
      email,
      bnd: fingerprint(state),
      iat: seconds(now),
      nbf: seconds(now),
      exp: seconds(now + ttlMs),
    };
    const header = { alg: TOKEN_ALGORITHM, typ: TYPES[purpose], kid };
    return this.jwt.sign({ ...claims }, { privateKey, algorithm: TOKEN_ALGORITHM, header });
  }

  async read(purpose: MailLinkPurpose, token: string): Promise<ReadMailLink | undefined> {
    const { ring, clock, issuer } = this;
    const claims = await readOwnToken<WireClaims>({ ring, clock, issuer }, TYPES[purpose], token);
    if (!isComplete(claims)) return undefined;
    const { sub: userId, email, bnd } = claims;
    return { userId, email, isBoundTo: (state) => bnd === fingerprint(state) };
  }
}

const isComplete = (claims: Partial<WireClaims>): claims is WireClaims =>
  [claims.sub, claims.email, claims.bnd].every((claim) => typeof claim === 'string') &&
  [claims.exp, claims.nbf, claims.iat].every(Number.isInteger);

const fingerprint = (state: string): string => createHash('sha256').update(state).digest('base64url');

const seconds = (ms: number): number => Math.floor(ms / 1000);
