import {
  firstSigningKey,
  openSession,
  rotateSigningKeys,
  type KeyRingTimes,
  type SigningKey,
} from '@job-scope/auth-domain';
import { ManualClock, sequentialIds } from '@job-scope/auth-testing';
import { randomBytes } from 'node:crypto';
import { EcKeyPairMaker } from './ec-key-pair-maker';
import { JwtRefreshTokenReader } from './jwt-refresh-token-reader';
import { JwtSessionTokenIssuer } from './jwt-session-token-issuer';
import { KeySealer } from './key-sealer';
import { SigningKeyRing } from './signing-key-ring';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
export const LIMITS = { idleMs: 30 * DAY, absoluteMs: 90 * DAY };
const TIMES = {
  publishedMaxAgeMs: 5 * MINUTE,
  accessTokenTtlMs: 15 * MINUTE,
  clockSkewMs: MINUTE,
  refreshIdleMs: 30 * DAY,
};
const TOKENS = { issuer: 'job-scope', audience: 'job-scope-api', accessTokenTtlMs: TIMES.accessTokenTtlMs };

/** Issuer and reader on one ring, which starts with one key. */
export const tokenWorld = async (given: Partial<KeyRingTimes> = {}) => {
  const times = { ...TIMES, ...given };
  const clock = new ManualClock(new Date('2026-01-01T00:00:00Z'));
  const sealer = new KeySealer(randomBytes(32).toString('base64'));
  const maker = new EcKeyPairMaker(sealer);
  let stored: readonly SigningKey[] = [firstSigningKey(await maker.make(), clock.now())];
  const readRing = jest.fn(async () => stored);
  const ring = new SigningKeyRing({ readRing }, sealer, clock, times);
  const session = openSession(
    { id: 'session-1', userId: 'user-1', client: { name: null, ip: null, userAgent: null } },
    clock.now(),
    LIMITS,
  );
  return {
    clock,
    ring,
    readRing,
    session,
    issuer: new JwtSessionTokenIssuer(ring, sequentialIds(), clock, TOKENS),
    reader: new JwtRefreshTokenReader(ring, clock, TOKENS.issuer),
    rotate: async () => {
      const rotated = rotateSigningKeys(stored, await maker.make(), clock.now(), times);
      stored = rotated.ring;
      return rotated.added.kid;
    },
  };
};
