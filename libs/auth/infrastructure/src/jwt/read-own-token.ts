import { CLOCK_SKEW_SECONDS, TOKEN_ALGORITHM } from '@job-scope/auth-contracts';
import type { Clock } from '@job-scope/kernel';
import { JwtService } from '@nestjs/jwt';
import { createPublicKey } from 'node:crypto';
import type { SigningKeyRing } from './signing-key-ring';

export interface OwnTokens {
  readonly ring: SigningKeyRing;
  readonly clock: Clock;
  readonly issuer: string;
}

/**
 * The claims of a token of that type (`typ`) that we have made for ourselves and that is good now; empty if it is
 * anything else. Which claims are there is for the caller to check.
 */
export const readOwnToken = async <Claims extends object>(
  { ring, clock, issuer }: OwnTokens,
  type: string,
  token: string,
): Promise<Partial<Claims>> => {
  const kid = keyIdOf(token, type);
  const jwk = kid === undefined ? undefined : await ring.findForRefreshToken(kid);
  if (!jwk) return {};
  const jwt = new JwtService({ publicKey: createPublicKey({ key: { ...jwk }, format: 'jwk' }) });
  try {
    return jwt.verify<Claims>(token, {
      algorithms: [TOKEN_ALGORITHM],
      issuer,
      audience: issuer,
      clockTimestamp: clock.now().getTime() / 1000,
      clockTolerance: CLOCK_SKEW_SECONDS,
    });
  } catch {
    return {};
  }
};

/** Undefined if the token does not even claim to be of that type. */
const keyIdOf = (token: string, type: string): string | undefined => {
  try {
    const { header } = new JwtService().decode(token, { complete: true }) ?? {};
    return header?.typ === type ? header.kid : undefined;
  } catch {
    return undefined;
  }
};
