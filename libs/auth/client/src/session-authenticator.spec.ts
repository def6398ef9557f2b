import type { TokenTransport } from '@job-scope/auth-contracts';
import type { SessionStatus } from '@job-scope/auth-ports';
import { silentLogger, type AccessPolicy } from '@job-scope/platform-nest';
import type { FastifyRequest } from 'fastify';
import { AccessTokenVerifier } from './access-token-verifier';
import { SessionAuthenticator } from './session-authenticator';
import { accessToken, keyPair, PublishedKeys, SESSION, startClock, USER } from './tokens.fixture';

const pair = keyPair('key-1');
const good = accessToken(pair);
const bad = accessToken(keyPair('key-1'));

const ALIVE: SessionStatus = { userId: USER, active: true, superuser: false, generation: 3 };
const SOMEONE = { kind: 'user', id: USER, sessionId: SESSION, superuser: false };
const ANONYMOUS = { kind: 'anonymous' };
const INVALID = { status: 401, code: 'auth.invalid-token' };

interface Sent {
  readonly cookie?: string;
  readonly header?: string;
  readonly policy?: AccessPolicy;
}

const setUp = (transport: TokenTransport = 'both', status: SessionStatus | undefined = ALIVE, secureCookies = true) => {
  const settings = { issuer: 'job-scope', audience: 'job-scope-api' };
  const keys = new PublishedKeys([pair.jwk]);
  const verifier = new AccessTokenVerifier(keys, startClock(), settings);
  const read = jest.fn(async () => new Map(status ? [[SESSION, status]] : []));
  const authenticator = new SessionAuthenticator(verifier, { read }, { transport, secureCookies }, silentLogger);
  const authenticate = ({ cookie, header, policy = { authenticated: true } }: Sent) =>
    authenticator.authenticate({
      headers: { authorization: header },
      cookies: cookie === undefined ? {} : { [secureCookies ? '__Host-access' : 'access']: cookie },
      routeOptions: { config: { accessControl: policy } },
    } as unknown as FastifyRequest);
  return { authenticate, keys, read };
};

describe('SessionAuthenticator', () => {
  it('takes a request without credentials for anonymous, and asks nobody', async () => {
    const { authenticate, read } = setUp();
    expect(await authenticate({})).toEqual(ANONYMOUS);
    expect(read).not.toHaveBeenCalled();
  });

  it.each([
    ['both', { cookie: good }, SOMEONE],
    ['both', { header: `Bearer ${good}` }, SOMEONE],
    ['cookie', { cookie: good }, SOMEONE],
    ['cookie', { header: `Bearer ${good}` }, ANONYMOUS],
    ['header', { cookie: good }, ANONYMOUS],
    ['header', { header: `Bearer ${good}` }, SOMEONE],
  ] as const)('B-4: with the transport %s, and %o', async (transport, sent, expected) => {
    expect(await setUp(transport).authenticate(sent)).toEqual(expected);
  });

  it('B-9: reads the cookie without its prefix where there is no https', async () => {
    expect(await setUp('both', ALIVE, false).authenticate({ cookie: good })).toEqual(SOMEONE);
  });

  it('B-11: goes on from a bad cookie to a good header', async () => {
    expect(await setUp().authenticate({ cookie: bad, header: `Bearer ${good}` })).toEqual(SOMEONE);
  });

  it.each(['Basic', 'Token', ''])('B-11: takes no token under the scheme "%s"', async (scheme) => {
    expect(await setUp().authenticate({ header: `${scheme} ${good}`.trim() })).toEqual(ANONYMOUS);
  });

  it('takes the scheme in any case', async () => {
    expect(await setUp().authenticate({ header: `bearer ${good}` })).toEqual(SOMEONE);
  });

  it('refuses a bad token, and says how to tell it from a missing one', async () => {
    await expect(setUp().authenticate({ header: `Bearer ${bad}` })).rejects.toMatchObject({
      ...INVALID,
      headers: { 'www-authenticate': expect.stringContaining('error="invalid_token"') },
    });
  });

  it.each([
    ['A-8: a user who is inactive, or a session that is revoked', { ...ALIVE, active: false }],
    ['A-9: a session that does not exist', undefined],
    ['a session that is of another user', { ...ALIVE, userId: SESSION }],
    ['B-2: a token of two refreshes ago', { ...ALIVE, generation: 5 }],
    ['a token from the future', { ...ALIVE, generation: 2 }],
  ])('refuses a good token of %s', async (_, status) => {
    const { authenticate, read } = setUp('both', ALIVE);
    read.mockResolvedValue(new Map(status ? [[SESSION, status]] : []));
    await expect(authenticate({ header: `Bearer ${good}` })).rejects.toMatchObject(INVALID);
  });

  it('B-2: lets requests in flight outlive one refresh', async () => {
    expect(await setUp('both', { ...ALIVE, generation: 4 }).authenticate({ cookie: good })).toEqual(SOMEONE);
  });

  it('B-14: believes the status, not the token, that someone is a superuser', async () => {
    const token = accessToken(pair, { claims: { superuser: true } });
    expect(await setUp().authenticate({ cookie: token })).toEqual(SOMEONE);
    const promoted = setUp('both', { ...ALIVE, superuser: true });
    expect(await promoted.authenticate({ cookie: good })).toEqual({ ...SOMEONE, superuser: true });
  });

  it('lets everybody pass as anonymous on open routes, however bad the credential', async () => {
    const policy = { open: true } as const;
    expect(await setUp().authenticate({ cookie: bad, policy })).toEqual(ANONYMOUS);
    expect(await setUp().authenticate({ header: `Bearer ${bad}`, policy })).toEqual(ANONYMOUS);
    expect(await setUp().authenticate({ cookie: good, policy })).toEqual(SOMEONE);
  });

  it('calls no token invalid that it cannot check: without a single key it answers 503', async () => {
    const { authenticate, keys } = setUp();
    keys.find.mockRejectedValue(new Error('no verification key is known yet'));
    await expect(authenticate({ cookie: good })).rejects.toMatchObject({ status: 503, code: 'auth.unavailable' });
    expect(await authenticate({ cookie: good, policy: { open: true } })).toEqual(ANONYMOUS);
  });

  it('B-17: answers 503 when the store is away, and serves open routes all the same', async () => {
    const { authenticate, read } = setUp();
    read.mockRejectedValue(new Error('store down'));
    await expect(authenticate({ cookie: good })).rejects.toMatchObject({
      status: 503,
      headers: { 'retry-after': '5' },
    });
    expect(await authenticate({ cookie: good, policy: { open: true } })).toEqual(ANONYMOUS);
  });
});
