import type { AuditEventV1 } from '@job-scope/auth-contracts';
import type { FastifyRequest } from 'fastify';
import { AuditTrailClient } from './audit-trail-client';
import { answering, breaksOff, NOWHERE, StandIn, staysSilent, type Answer } from './auth-service.fixture';

const TRACE = { traceId: '1'.repeat(32), spanId: '2'.repeat(16), flags: '01' };
const clientWith = (headers: Record<string, string>, cookies: Record<string, string> = {}) =>
  ({ ip: '203.0.113.9', headers, cookies, trace: TRACE }) as unknown as FastifyRequest;
const SUPERUSER = clientWith({ authorization: 'Bearer token' });

const anEvent = (event: Partial<AuditEventV1> = {}): AuditEventV1 => ({
  id: '01900000-0000-7000-8000-000000000001',
  at: '2026-05-01T12:00:00.000Z',
  action: 'login.failed',
  actorKind: 'anonymous',
  actorId: null,
  subjectKind: null,
  subjectId: null,
  ip: '203.0.113.9',
  userAgent: 'a browser',
  traceId: null,
  details: {},
  ...event,
});

describe('AuditTrailClient', () => {
  let authService: StandIn;
  let trail: AuditTrailClient;
  beforeAll(async () => {
    authService = await StandIn.start();
    trail = new AuditTrailClient({ authServiceUrl: authService.url, timeoutMs: 200, secureCookies: true });
  });
  beforeEach(() => {
    authService.reset();
    authService.answer = answering(200, { items: [anEvent()] });
  });
  afterAll(async () => {
    await trail.close();
    await authService.stop();
  });

  it('asks for what is wanted, and only for that', async () => {
    const query = { limit: 5, beforeAt: '2026-05-01T12:00:00.000Z', beforeId: anEvent().id, actorId: 'a&limit=9' };
    expect(await trail.list({ ...query, action: undefined }, SUPERUSER)).toEqual([anEvent()]);
    const [{ method, url = '' } = {}] = authService.asked;
    const { pathname, searchParams } = new URL(url, authService.url);
    expect([method, pathname]).toEqual(['GET', '/internal/v1/audit-events']);
    expect(Object.fromEntries(searchParams)).toEqual({ ...query, limit: '5' });
  });

  it("sends the sender's own access token and trace, and nothing else that the sender made up", async () => {
    const cookies = { '__Host-access': 'a.b.c', '__Host-refresh': 'd.e.f', other: '1' };
    await trail.list({ limit: 1 }, clientWith({ authorization: 'Bearer token', 'x-user-id': '1' }, cookies));
    const { host: _host, connection: _connection, ...headers } = authService.asked[0]?.headers ?? {};
    expect(headers).toEqual({
      accept: 'application/json',
      authorization: 'Bearer token',
      cookie: '__Host-access=a.b.c',
      traceparent: `00-${TRACE.traceId}-${TRACE.spanId}-01`,
      'x-forwarded-for': '203.0.113.9',
    });
  });

  it('takes the longest page there can be', async () => {
    const items = Array.from({ length: 200 }, () =>
      anEvent({ userAgent: '"'.repeat(512), details: { a: 'я'.repeat(999) } }),
    );
    authService.answer = answering(200, { items });
    expect(await trail.list({ limit: 200 }, SUPERUSER)).toEqual(items);
  });

  it.each<[string, Answer, number, string]>([
    ['does not know the token', answering(401, { code: 'authentication-required' }), 401, 'auth.invalid-token'],
    ['does not let the user see it', answering(403, { code: 'access-denied' }), 403, 'access-denied'],
    ['is asked too much', answering(429, { code: 'too-many-requests' }), 503, 'auth.unavailable'],
    ['has no database', answering(503, { code: 'unavailable' }), 503, 'auth.unavailable'],
    ['has a defect', answering(500, { code: 'internal-error' }), 503, 'auth.unavailable'],
    ['does not answer', staysSilent, 503, 'auth.unavailable'],
    ['breaks off', breaksOff, 502, 'auth.bad-gateway'],
    ['is too old to have a trail', answering(404, { code: 'not-found' }), 502, 'auth.bad-gateway'],
    ['says nothing', answering(200), 502, 'auth.bad-gateway'],
    ['gives no list', answering(200, { items: {} }), 502, 'auth.bad-gateway'],
    ['gives what is no event', answering(200, { items: [anEvent(), null] }), 502, 'auth.bad-gateway'],
    ['gives no moment', answering(200, { items: [anEvent({ at: 'soon' })] }), 502, 'auth.bad-gateway'],
  ])('fails when auth-service %s, and leaves nothing out', async (_case, answer, status, code) => {
    authService.answer = answer;
    await expect(trail.list({ limit: 1 }, SUPERUSER)).rejects.toMatchObject({ status, code });
  });

  it('says when to come again while auth-service is away', async () => {
    const away = new AuditTrailClient({ authServiceUrl: NOWHERE, secureCookies: true });
    await expect(away.list({ limit: 1 }, SUPERUSER)).rejects.toMatchObject({
      status: 503,
      code: 'auth.unavailable',
      headers: { 'retry-after': '5' },
    });
    await away.close();
  });
});
