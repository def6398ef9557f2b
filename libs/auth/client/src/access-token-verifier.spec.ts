import fc from 'fast-check';
import { AccessTokenVerifier } from './access-token-verifier';
import {
  accessToken,
  keyPair,
  PublishedKeys,
  SESSION,
  START,
  startClock,
  USER,
  type TokenChange,
} from './tokens.fixture';

const pair = keyPair('key-1');
const stranger = keyPair('key-1');
const pem = pair.publicKey.export({ type: 'spki', format: 'pem' }).toString();

const setUp = (cacheSize?: number) => {
  const keys = new PublishedKeys([pair.jwk]);
  const clock = startClock();
  const settings = { issuer: 'job-scope', audience: 'job-scope-api', cacheSize };
  return { keys, clock, verifier: new AccessTokenVerifier(keys, clock, settings) };
};

describe('AccessTokenVerifier', () => {
  it('reads a good token', async () => {
    const { verifier } = setUp();
    expect(await verifier.verify(accessToken(pair))).toMatchObject({
      sub: USER,
      sid: SESSION,
      gen: 3,
      exp: START + 900,
    });
  });

  const refused: readonly (readonly [string, TokenChange])[] = [
    ['a refresh token', { header: { typ: 'rt+jwt' } }],
    ['a plain JWT', { header: { typ: 'JWT' } }],
    ['a token of another issuer', { claims: { iss: 'someone' } }],
    ['a token for another audience', { claims: { aud: 'job-scope' } }],
    ['a token that has expired', { claims: { exp: START - 6 } }],
    ['a token for later', { claims: { nbf: START + 6 } }],
    ['a token without an end', { claims: { exp: undefined } }],
    ['a token without a beginning', { claims: { nbf: undefined } }],
    ['a token without an id', { claims: { jti: undefined } }],
    ['a token without a session', { claims: { sid: undefined } }],
    ['a session that is no id', { claims: { sid: "x' OR 1=1" } }],
    ['a user that is a number', { claims: { sub: 1 } }],
    ['a generation that is no number', { claims: { gen: '3' } }],
    ['a key nobody knows', { header: { kid: 'key-2' } }],
    ['a token that names no key', { header: { kid: undefined } }],
    ['HMAC with our public key as the secret', { algorithm: 'HS256', key: pem }],
    ['what is too long to be ours', { claims: { padding: 'x'.repeat(2048) } }],
  ];
  it.each(refused)('B-1, B-13, B-15: refuses %s', async (_, change) => {
    expect(await setUp().verifier.verify(accessToken(pair, change))).toBeUndefined();
  });

  it('refuses the signature of another key, and a changed payload', async () => {
    const { verifier } = setUp();
    expect(await verifier.verify(accessToken(stranger))).toBeUndefined();
    const [header, , signature] = accessToken(pair).split('.');
    const [, payload] = accessToken(stranger, { claims: { sub: SESSION } }).split('.');
    expect(await verifier.verify(`${header}.${payload}.${signature}`)).toBeUndefined();
  });

  it('B-15: refuses whatever else a client may send, and never fails', async () => {
    const { verifier } = setUp();
    const part = fc.oneof(
      fc.string(),
      fc.json().map((text) => Buffer.from(text).toString('base64url')),
    );
    const token = fc.oneof(
      fc.string(),
      fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('.')),
    );
    await fc.assert(fc.asyncProperty(token, async (text) => expect(await verifier.verify(text)).toBeUndefined()));
  });
});

describe('B-12: the memory of verified tokens', () => {
  it('spares a second verification', async () => {
    const { verifier, keys } = setUp();
    const token = accessToken(pair);
    await verifier.verify(token);
    expect(await verifier.verify(token)).toMatchObject({ sub: USER });
    expect(keys.find).toHaveBeenCalledTimes(1);
  });

  it('ends with the token', async () => {
    const { verifier, clock } = setUp();
    const token = accessToken(pair);
    await verifier.verify(token);
    clock.advance(906_000);
    expect(await verifier.verify(token)).toBeUndefined();
  });

  it('B-13: ends when the key is not published any more', async () => {
    const { verifier, keys } = setUp();
    const token = accessToken(pair);
    await verifier.verify(token);
    keys.published = [];
    expect(await verifier.verify(token)).toBeUndefined();
  });

  it('is bounded: the oldest token is forgotten first', async () => {
    const { verifier, keys } = setUp(2);
    const [first, second, third] = [accessToken(pair), accessToken(pair), accessToken(pair)];
    for (const token of [first, second, third, third, second]) await verifier.verify(token);
    expect(keys.find).toHaveBeenCalledTimes(3);
    await verifier.verify(first);
    expect(keys.find).toHaveBeenCalledTimes(4);
  });

  it('remembers no bad token', async () => {
    const { verifier, keys } = setUp();
    const bad = accessToken(stranger);
    await verifier.verify(bad);
    await verifier.verify(bad);
    expect(keys.find).toHaveBeenCalledTimes(2);
  });
});
