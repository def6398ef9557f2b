import fc from 'fast-check';
import { firstSigningKey, isPublished, rotateSigningKeys, signingKeyAt, verifiesRefreshTokens } from './signing-key';
import type { NewKeyPair, SigningKey } from './signing-key';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const TIMES = {
  publishedMaxAgeMs: 5 * MINUTE,
  accessTokenTtlMs: 15 * MINUTE,
  clockSkewMs: MINUTE,
  refreshIdleMs: 30 * DAY,
};
const START = Date.UTC(2026, 0, 1);

const pair = (n: number): NewKeyPair => ({
  kid: `key-${n}`,
  publicJwk: { kty: 'EC', crv: 'P-256', x: 'x', y: 'y', kid: `key-${n}`, alg: 'ES256', use: 'sig' },
  sealedPrivateKey: new Uint8Array([n]),
});

/** Rings as they come about: one first key, then rotations at any moments. */
const rings = fc.array(fc.integer({ min: 1, max: 40 * DAY }), { maxLength: 6 }).map((gaps) => {
  let now = START;
  let ring: readonly SigningKey[] = [firstSigningKey(pair(0), new Date(now))];
  gaps.forEach((gap, index) => {
    now += gap;
    ({ ring } = rotateSigningKeys(ring, pair(index + 1), new Date(now), TIMES));
  });
  return { ring, end: now + 40 * DAY };
});

const moments = rings.chain(({ ring, end }) =>
  fc.record({ ring: fc.constant(ring), at: fc.integer({ min: START, max: end }) }),
);

describe('B-13: the ring of signing keys', () => {
  it('always has a key to sign with, and every verifier has had twice the max-age to learn it', () => {
    fc.assert(
      fc.property(moments, ({ ring, at }) => {
        const key = signingKeyAt(ring, new Date(at));
        expect(key).toBeDefined();
        if (key && key !== ring[0])
          expect(at - key.publishedAt.getTime()).toBeGreaterThanOrEqual(2 * TIMES.publishedMaxAgeMs);
      }),
    );
  });

  it('publishes a key for as long as an access token it signed can live, clock skew included', () => {
    fc.assert(
      fc.property(moments, ({ ring, at }) => {
        const signer = signingKeyAt(ring, new Date(at));
        const stillAlive = new Date(at + TIMES.accessTokenTtlMs + TIMES.clockSkewMs - 1);
        expect(signer && isPublished(signer, stillAlive)).toBe(true);
      }),
    );
  });

  it('knows a key for as long as a refresh token it signed can live', () => {
    fc.assert(
      fc.property(moments, ({ ring, at }) => {
        const signer = signingKeyAt(ring, new Date(at));
        expect(signer && verifiesRefreshTokens(signer, new Date(at + TIMES.refreshIdleMs), TIMES)).toBe(true);
      }),
    );
  });

  it('lets a replaced key go in the end', () => {
    const { ring } = rotateSigningKeys([firstSigningKey(pair(0), new Date(START))], pair(1), new Date(START), TIMES);
    const later = new Date(START + 10 * MINUTE + 15 * MINUTE + MINUTE);
    expect(ring.filter((key) => isPublished(key, later)).map((key) => key.kid)).toEqual(['key-1']);
    const muchLater = new Date(later.getTime() + TIMES.refreshIdleMs);
    expect(ring.filter((key) => verifiesRefreshTokens(key, muchLater, TIMES)).map((key) => key.kid)).toEqual(['key-1']);
  });
});
