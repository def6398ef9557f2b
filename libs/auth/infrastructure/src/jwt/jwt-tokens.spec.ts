import { JwtService } from '@nestjs/jwt';
import { createPublicKey, type KeyObject } from 'node:crypto';
import { tokenWorld } from './jwt.fixture';

const jwt = new JwtService();
const decode = (token: string) => jwt.decode<Record<string, unknown>>(token, { complete: true });
const START = Date.UTC(2026, 0, 1) / 1000;
const DAY_SECONDS = 86_400;

describe('the tokens of a session', () => {
  it('B-13, B-14: carry every claim there is to check, and no role', async () => {
    const { issuer, session, ring } = await tokenWorld();
    const { accessToken, refreshToken } = await issuer.issue(session);
    const { kid } = await ring.signer();
    const shared = { iss: 'job-scope', sub: 'user-1', sid: 'session-1', iat: START, nbf: START, gen: 1 };
    const access = decode(accessToken);
    expect(access.header).toEqual({ alg: 'ES256', typ: 'at+jwt', kid });
    expect(access.payload).toEqual({ ...shared, aud: 'job-scope-api', exp: START + 900, jti: expect.any(String) });
    const refresh = decode(refreshToken);
    expect(refresh.header).toEqual({ alg: 'ES256', typ: 'rt+jwt', kid });
    expect(refresh.payload).toEqual({
      ...shared,
      aud: 'job-scope',
      isn: 1,
      exp: START + 30 * DAY_SECONDS,
      jti: 'session-1.1.1',
    });
  });

  it('B-2: never outlive the session', async () => {
    const { issuer, session, clock } = await tokenWorld();
    clock.advance((90 * DAY_SECONDS - 60) * 1000);
    const { accessExpiresAt } = await issuer.issue({ ...session, idleExpiresAt: session.absoluteExpiresAt });
    expect(accessExpiresAt).toEqual(session.absoluteExpiresAt);
  });
});

describe('JwtRefreshTokenReader', () => {
  it('reads what was issued', async () => {
    const { issuer, reader, session } = await tokenWorld();
    const { refreshToken } = await issuer.issue({ ...session, generation: 4, issue: 2 });
    const read = await reader.read(refreshToken);
    expect(read).toEqual({ sessionId: 'session-1', userId: 'user-1', generation: 4, issue: 2 });
  });

  it('B-1: takes no access token for a refresh token', async () => {
    const { issuer, reader, session } = await tokenWorld();
    const { accessToken } = await issuer.issue(session);
    expect(await reader.read(accessToken)).toBeUndefined();
  });

  it('refuses a token that has expired', async () => {
    const { issuer, reader, session, clock } = await tokenWorld();
    const { refreshToken } = await issuer.issue(session);
    clock.advance((30 * DAY_SECONDS + 6) * 1000);
    expect(await reader.read(refreshToken)).toBeUndefined();
  });

  it.each(['', 'x', 'a.b.c', '..', 'eyJhbGciOiJub25lIn0..', `${'A'.repeat(5000)}.e30.e30`])(
    'B-15: refuses the garbage %j without failing',
    async (text) => {
      const { reader } = await tokenWorld();
      expect(await reader.read(text)).toBeUndefined();
    },
  );

  describe('refuses what is signed by', () => {
    const forge = async (change: {
      claims?: object;
      header?: object;
      key?: (published: KeyObject) => KeyObject | string;
    }) => {
      const { issuer, reader, session, ring } = await tokenWorld();
      const { header, payload } = decode((await issuer.issue(session)).refreshToken);
      const { kid, privateKey } = await ring.signer();
      const jwk = await ring.find(kid);
      const published = createPublicKey({ key: { ...jwk }, format: 'jwk' });
      const algorithm = change.key ? 'HS256' : 'ES256';
      const token = jwt.sign(
        // Through JSON, so that a claim set to undefined is left out.
        JSON.parse(JSON.stringify({ ...payload, ...change.claims })),
        {
          header: { ...header, alg: algorithm, ...change.header },
          algorithm,
          privateKey: change.key?.(published) ?? privateKey,
        },
      );
      return reader.read(token);
    };

    it('our own key, when nothing is forged: the control', async () => expect(await forge({})).toBeDefined());

    it.each([
      ['another issuer', { claims: { iss: 'someone' } }],
      ['us for another audience', { claims: { aud: 'job-scope-api' } }],
      ['us without a session', { claims: { sid: undefined } }],
      ['us without an end', { claims: { exp: undefined } }],
      ['us for later', { claims: { nbf: START + 60 } }],
      ['us with a generation that is no number', { claims: { gen: '1' } }],
      ['us as a plain JWT', { header: { typ: 'JWT' } }],
      ['a key nobody knows', { header: { kid: 'unknown' } }],
      [
        'HMAC with our public key as the secret',
        { key: (published: KeyObject) => published.export({ type: 'spki', format: 'pem' }).toString() },
      ],
    ])('B-1, B-13, B-15: %s', async (_, change) => expect(await forge(change)).toBeUndefined());
  });
});
