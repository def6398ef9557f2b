import type { FastifyRequest } from 'fastify';
import { AuthServiceClient } from './auth-service-client';
import { answering, breaksOff, NOWHERE, StandIn, staysSilent } from './auth-service.fixture';
import { SessionRenewer } from './session-renewer';

const TRACE = { traceId: '1'.repeat(32), spanId: '2'.repeat(16), flags: '01' };
const CLIENT = {
  ip: '203.0.113.9',
  headers: { 'user-agent': 'a browser', 'accept-language': 'ru', authorization: 'Bearer x', 'x-user-id': '1' },
  cookies: { other: '1' },
  trace: TRACE,
} as unknown as FastifyRequest;

const SET_COOKIES = ['__Host-access=new; Path=/; HttpOnly', '__Host-refresh=next; Path=/; HttpOnly'];
const RENEWED = { accessToken: 'new', refreshToken: 'next', setCookies: SET_COOKIES };

describe('SessionRenewer', () => {
  let authService: StandIn;
  let client: AuthServiceClient;
  let renewer: SessionRenewer;
  beforeAll(async () => {
    authService = await StandIn.start();
    client = new AuthServiceClient({ authServiceUrl: authService.url, timeoutMs: 200 });
  });
  beforeEach(() => {
    authService.reset();
    authService.answer = answering(200, { expiresIn: 900 }, { 'set-cookie': SET_COOKIES });
    renewer = new SessionRenewer(client, true);
  });
  afterAll(async () => {
    await client.close();
    await authService.stop();
  });

  it('trades the refresh token in the name of the client, and tells nothing else of it', async () => {
    expect(await renewer.renew('old', CLIENT)).toEqual(RENEWED);
    const [asked] = authService.asked;
    const { host, connection, ...headers } = asked?.headers ?? {};
    expect([asked?.method, asked?.url, asked?.body, host, connection]).toEqual([
      'POST',
      '/api/v1/auth/refresh',
      '',
      expect.any(String),
      'keep-alive',
    ]);
    expect(headers).toEqual({
      accept: 'application/json',
      'accept-language': 'ru',
      'content-length': '0',
      cookie: '__Host-refresh=old',
      traceparent: `00-${TRACE.traceId}-${TRACE.spanId}-01`,
      'user-agent': 'a browser',
      'x-forwarded-for': '203.0.113.9',
    });
  });

  it('B-7: makes one trade of all requests that come with the same token at the same time', async () => {
    const renewals = Array.from({ length: 50 }, () => renewer.renew('old', CLIENT));
    expect(await Promise.all(renewals)).toEqual(renewals.map(() => RENEWED));
    expect(authService.asked).toHaveLength(1);
  });

  it('makes a trade for each token', async () => {
    await Promise.all(['one', 'two', 'one'].map((token) => renewer.renew(token, CLIENT)));
    expect(authService.asked.map(({ headers }) => headers.cookie).sort()).toEqual([
      '__Host-refresh=one',
      '__Host-refresh=two',
    ]);
  });

  it('keeps nothing: what comes later is asked anew', async () => {
    await renewer.renew('old', CLIENT);
    authService.answer = answering(401, { code: 'auth.invalid-refresh-token' });
    expect(await renewer.renew('old', CLIENT)).toBeUndefined();
    expect(authService.asked).toHaveLength(2);
  });

  it.each([
    ['breaks off its answer', breaksOff, 'auth.bad-gateway'],
    ['does not answer in time', staysSilent, 'auth.unavailable'],
    ['fails', answering(500, {}), 'auth.bad-gateway'],
    ['is flooded', answering(429, {}), 'auth.bad-gateway'],
    ['gives no tokens', answering(200, {}), 'auth.bad-gateway'],
    ['gives one token only', answering(200, {}, { 'set-cookie': ['__Host-access=new'] }), 'auth.bad-gateway'],
    [
      'gives tokens of other names',
      answering(200, {}, { 'set-cookie': ['access=a', 'refresh=b'] }),
      'auth.bad-gateway',
    ],
  ])(
    'fails for all who wait when auth-service %s, asks but once, and works again afterwards',
    async (_, answer, code) => {
      authService.answer = answer;
      const renewals = [renewer.renew('old', CLIENT), renewer.renew('old', CLIENT)];
      for (const renewal of renewals) await expect(renewal).rejects.toMatchObject({ code });
      expect(authService.asked).toHaveLength(1);
      authService.answer = answering(200, {}, { 'set-cookie': SET_COOKIES });
      expect(await renewer.renew('old', CLIENT)).toEqual(RENEWED);
    },
  );

  it('fails when auth-service is away', async () => {
    const nobody = new AuthServiceClient({ authServiceUrl: NOWHERE });
    const renewal = new SessionRenewer(nobody, true).renew('old', CLIENT);
    await expect(renewal).rejects.toMatchObject({ status: 503, code: 'auth.unavailable' });
    await nobody.close();
  });
});
