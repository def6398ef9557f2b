import type { VerificationJwk } from '@job-scope/auth-contracts';
import type { VerificationKeys } from '@job-scope/auth-ports';
import { ManualClock } from '@job-scope/auth-testing';
import { JwtService } from '@nestjs/jwt';
import { generateKeyPairSync, randomUUID, type KeyObject } from 'node:crypto';

export const START = Date.UTC(2026, 0, 1) / 1000;
export const USER = '01900000-0000-7000-8000-000000000001';
export const SESSION = '01900000-0000-7000-8000-000000000002';

export interface KeyPair {
  readonly jwk: VerificationJwk;
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

export const keyPair = (kid: string): KeyPair => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  return { publicKey, privateKey, jwk: { kty: 'EC', crv: 'P-256', x, y, kid, alg: 'ES256', use: 'sig' } };
};

export interface TokenChange {
  readonly claims?: object;
  readonly header?: object;
  /** Another algorithm and the key for it, instead of ES256 and the pair's private key. */
  readonly algorithm?: 'HS256';
  readonly key?: string;
}

/** An access token as auth-service makes it, save for what is changed; a claim set to undefined is left out. */
export const accessToken = ({ privateKey, jwk }: KeyPair, change: TokenChange = {}): string => {
  const { claims, header, algorithm = 'ES256', key = privateKey } = change;
  const payload = {
    iss: 'job-scope',
    aud: 'job-scope-api',
    sub: USER,
    sid: SESSION,
    jti: randomUUID(),
    iat: START,
    nbf: START,
    exp: START + 900,
    gen: 3,
    ...claims,
  };
  return new JwtService().sign(JSON.parse(JSON.stringify(payload)), {
    algorithm,
    privateKey: key,
    header: { alg: algorithm, typ: 'at+jwt', kid: jwk.kid, ...header },
  });
};

/** The published keys, which a test may take away. */
export class PublishedKeys implements VerificationKeys {
  readonly find = jest.fn(async (kid: string) => this.published.find((jwk) => jwk.kid === kid));

  constructor(public published: readonly VerificationJwk[]) {}

  has(kid: string): boolean {
    return this.published.some((jwk) => jwk.kid === kid);
  }
}

export const startClock = (): ManualClock => new ManualClock(new Date(START * 1000));
