import { describeMailLinkTokens } from '@job-scope/auth-testing';
import { JwtService } from '@nestjs/jwt';
import { createPublicKey, type KeyObject } from 'node:crypto';
import { JwtMailLinkTokens } from './jwt-mail-link-tokens';
import { tokenWorld } from './jwt.fixture';

const jwt = new JwtService();
const CLAIMS = { userId: 'user-1', email: 'ann@example.com' };
const STATE = '["ann@example.com",true,"$argon2id$v=19$secret"]';
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const START = Date.UTC(2026, 0, 1) / 1000;

const world = async () => {
  const tokens = await tokenWorld();
  return { ...tokens, links: new JwtMailLinkTokens(tokens.ring, tokens.clock, 'job-scope') };
};

describeMailLinkTokens('JwtMailLinkTokens', async () => {
  const { links, clock } = await world();
  return { tokens: links, advance: (ms) => clock.advance(ms) };
});

describe('JwtMailLinkTokens', () => {
  it('B-13: says in each token what it is for, whom it is from and for, and when', async () => {
    const { links, ring } = await world();
    const token = await links.issue('reset-password', CLAIMS, STATE, HOUR_MS);
    const { kid } = await ring.signer();
    expect(jwt.decode(token, { complete: true })).toMatchObject({
      header: { alg: 'ES256', typ: 'reset-password+jwt', kid },
      payload: {
        ...{ iss: 'job-scope', aud: 'job-scope', sub: 'user-1', email: 'ann@example.com' },
        ...{ iat: START, nbf: START, exp: START + 3600, bnd: expect.stringMatching(/^[\w-]{43}$/) },
      },
    });
  });

  it('shows nothing of the state that it is bound to', async () => {
    const { links } = await world();
    const token = await links.issue('reset-password', CLAIMS, STATE, HOUR_MS);
    expect(JSON.stringify(jwt.decode(token, { complete: true }))).not.toContain('argon2id');
  });

  it('outlives a rotation of the keys', async () => {
    const { links, clock, rotate } = await world();
    const token = await links.issue('confirm-email', CLAIMS, STATE, 3 * DAY_MS);
    await rotate();
    clock.advance(2 * DAY_MS);
    expect(await links.read('confirm-email', token)).toMatchObject(CLAIMS);
  });

  it('B-1: takes no token of a session for one of a mail', async () => {
    const { links, issuer, session } = await world();
    const { accessToken, refreshToken } = await issuer.issue(session);
    for (const purpose of ['confirm-email', 'reset-password'] as const) {
      for (const token of [accessToken, refreshToken]) expect(await links.read(purpose, token)).toBeUndefined();
    }
  });

  it('B-1: gives none that passes for a refresh token', async () => {
    const { links, reader } = await world();
    for (const purpose of ['confirm-email', 'reset-password'] as const) {
      expect(await reader.read(await links.issue(purpose, CLAIMS, STATE, HOUR_MS))).toBeUndefined();
    }
  });

  it('refuses a token of which any part was changed', async () => {
    const { links } = await world();
    const token = await links.issue('reset-password', CLAIMS, STATE, HOUR_MS);
    const [header = '', payload = '', signature = ''] = token.split('.');
    const other = await links.issue('reset-password', { ...CLAIMS, userId: 'user-2' }, STATE, HOUR_MS);
    const [, otherPayload = '', otherSignature = ''] = other.split('.');
    for (const parts of [
      [header, otherPayload, signature],
      [header, payload, otherSignature],
      [header, payload, ''],
      [header, payload, signature.toLowerCase()],
    ]) {
      expect(await links.read('reset-password', parts.join('.'))).toBeUndefined();
    }
  });
});

describe('JwtMailLinkTokens refuses what is signed by', () => {
  const forge = async (change: {
    claims?: object;
    header?: object;
    key?: (published: KeyObject) => KeyObject | string;
  }) => {
    const { links, ring } = await world();
    const token = await links.issue('reset-password', CLAIMS, STATE, HOUR_MS);
    const { header, payload } = jwt.decode<Record<'header' | 'payload', object>>(token, { complete: true });
    const { kid, privateKey } = await ring.signer();
    const published = createPublicKey({ key: { ...(await ring.find(kid)) }, format: 'jwk' });
    const algorithm = change.key ? 'HS256' : 'ES256';
    const forged = jwt.sign(
      // Through JSON, so that a claim set to undefined is left out.
      JSON.parse(JSON.stringify({ ...payload, ...change.claims })),
      {
        header: { ...header, alg: algorithm, ...change.header },
        algorithm,
        privateKey: change.key?.(published) ?? privateKey,
      },
    );
    return links.read('reset-password', forged);
  };

  it('our own key, when nothing is forged: the control', async () => expect(await forge({})).toMatchObject(CLAIMS));

  it.each([
    ['another issuer', { claims: { iss: 'someone' } }],
    ['us for another audience', { claims: { aud: 'job-scope-api' } }],
    ['us for nobody', { claims: { sub: undefined } }],
    ['us without an address', { claims: { email: undefined } }],
    ['us bound to nothing', { claims: { bnd: undefined } }],
    ['us without an end', { claims: { exp: undefined } }],
    ['us for later', { claims: { nbf: START + 60 } }],
    ['us as a plain JWT', { header: { typ: 'JWT' } }],
    ['us as an access token', { header: { typ: 'at+jwt' } }],
    ['a key nobody knows', { header: { kid: 'unknown' } }],
    [
      'HMAC with our public key as the secret',
      { key: (published: KeyObject) => published.export({ type: 'spki', format: 'pem' }).toString() },
    ],
  ])('B-1, B-13, B-15: %s', async (_, change) => expect(await forge(change)).toBeUndefined());
});
