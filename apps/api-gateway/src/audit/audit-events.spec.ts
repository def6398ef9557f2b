import { AuditTrailClient } from '@job-scope/auth-client';
import { encodeCursor, ProblemException } from '@job-scope/platform-nest';
import { aGateway, NOW, USER_IDS, type GatewayUnderTest } from '../gateway.fixture';
import { anAuthEvent, InMemoryAuthAuditTrail } from './audit.fixture';

const URL = '/api/v1/audit-events';
const OLDER = anAuthEvent();
const NEWER = anAuthEvent({
  ...{ id: '01900000-0000-7000-8000-000000000002', at: '2026-05-01T13:00:00.000Z', action: 'login.failed' },
  ...{ actorKind: 'anonymous', actorId: null, subjectKind: null, subjectId: null, userAgent: null, traceId: null },
  details: { email: 'eve@example.com' },
});

let gateway: GatewayUnderTest;
let authTrail: InMemoryAuthAuditTrail;
beforeEach(async () => {
  authTrail = new InMemoryAuthAuditTrail([OLDER, NEWER]);
  gateway = await aGateway({ authTrail });
});
afterEach(() => gateway.app.close());

const list = (query = '', headers: Record<string, string> = {}) =>
  gateway.call('get', `${URL}${query}`, { role: 'superuser', headers });

const collect = (key: string, userAgent = 'a browser') =>
  gateway.call('post', '/api/v1/collections', {
    role: 'superuser',
    headers: { 'idempotency-key': key, 'user-agent': userAgent },
    body: { source: 'headhunter', query: {} },
  });

describe('GET /api/v1/audit-events', () => {
  it('A-16: lists what happened to accounts and to vacancies as one, the newest first', async () => {
    const { id: runId } = (await collect('a-key')).body;
    const { status, body, headers } = await list();
    expect([status, headers['cache-control']]).toEqual([200, 'no-store']);
    expect(body).toEqual({
      items: [
        {
          id: NEWER.id,
          at: NEWER.at,
          context: 'auth',
          action: 'login.failed',
          actor: { kind: 'anonymous', id: null },
          subject: null,
          ip: '203.0.113.9',
          userAgent: null,
          traceId: null,
          details: { email: 'eve@example.com' },
        },
        {
          id: expect.any(String),
          at: NOW.toISOString(),
          context: 'vacancies',
          action: 'collection.requested',
          actor: { kind: 'user', id: USER_IDS.superuser },
          subject: { kind: 'collection-run', id: runId },
          ip: '127.0.0.1',
          userAgent: 'a browser',
          traceId: null,
          details: { source: 'headhunter' },
        },
        {
          id: OLDER.id,
          at: OLDER.at,
          context: 'auth',
          action: 'user.changed',
          actor: { kind: 'user', id: 'ann' },
          subject: { kind: 'user', id: 'bob' },
          ip: '203.0.113.9',
          userAgent: 'a browser',
          traceId: '1'.repeat(32),
          details: { superuser: 'true' },
        },
      ],
    });
  });

  it('goes on where the page before ended', async () => {
    await collect('a-key');
    const first = (await list('?limit=2')).body;
    const second = (await list(`?limit=2&cursor=${first.nextCursor}`)).body;
    expect([...first.items, ...second.items].map(({ action }) => action)).toEqual([
      ...['login.failed', 'collection.requested', 'user.changed'],
    ]);
    expect(second.nextCursor).toBeUndefined();
  });

  it.each([
    [`actorId=${USER_IDS.superuser}`, ['collection.requested']],
    ['subjectId=bob', ['user.changed']],
    ['action=login.failed', ['login.failed']],
    ['action=login.failed&subjectId=bob', []],
  ])('shows of both trails what fits %s', async (filter, actions) => {
    await collect('a-key');
    const { body } = await list(`?${filter}`);
    expect(body.items.map(({ action }: { action: string }) => action)).toEqual(actions);
  });

  it('asks auth-service in the name of the sender', async () => {
    await list('', { 'x-request': 'mine' });
    expect(authTrail.asked).toMatchObject([
      { query: { limit: 21 }, client: { headers: { authorization: 'Bearer superuser', 'x-request': 'mine' } } },
    ]);
  });

  it('keeps of a made-up user agent no more than a person would read', async () => {
    await collect('a-key', 'x'.repeat(2_000));
    const { body } = await list('?action=collection.requested');
    expect(body.items[0].userAgent).toBe('x'.repeat(512));
  });

  it('gives no list with holes while auth-service is away, and says when to come again', async () => {
    const away = new AuditTrailClient({ authServiceUrl: 'http://127.0.0.1:9', secureCookies: true });
    const alone = await aGateway({ authTrail: away });
    const { status, body, headers } = await alone.call('get', URL, { role: 'superuser' });
    expect([status, body.code, body.items]).toEqual([503, 'auth.unavailable', undefined]);
    expect(headers['retry-after']).toBe('5');
    await alone.app.close();
    await away.close();
  });

  it.each([
    [401, 'auth.invalid-token'],
    [403, 'access-denied'],
    [502, 'auth.bad-gateway'],
  ])('passes on a %i of auth-service', async (status, code) => {
    authTrail.list = () => Promise.reject(new ProblemException(status, code));
    const answer = await list();
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('shows nothing to who is no superuser, and does not even ask', async () => {
    for (const [role, status] of [
      ['anonymous', 401],
      ['user', 403],
    ] as const) {
      expect((await gateway.call('get', URL, { role })).status).toBe(status);
    }
    expect(authTrail.asked).toEqual([]);
  });

  it.each([
    ['limit=0', '/limit'],
    ['limit=101', '/limit'],
    ['action=', '/action'],
    ['action=a&action=b', '/action'],
    ['actorId=%00', '/actorId'],
    [`subjectId=${'x'.repeat(65)}`, '/subjectId'],
    ['since=today', '/since'],
  ])('refuses ?%s', async (query, pointer) => {
    const { status, body } = await list(`?${query}`);
    expect([status, body.code, body.errors[0].pointer]).toEqual([400, 'validation-failed', pointer]);
    expect(authTrail.asked).toEqual([]);
  });

  const cursor = (...after: readonly (string | number | null)[]) => encodeCursor({ list: 'audit-events', after });

  it.each([
    ['of another list', encodeCursor({ list: 'users', after: [OLDER.at, OLDER.id] }), 'cursor-expired'],
    ['that is none', 'x', 'cursor-invalid'],
    ['without a position', cursor(), 'cursor-invalid'],
    ['with more than a position', cursor(OLDER.at, OLDER.id, 1), 'cursor-invalid'],
    ['with a number for a time', cursor(1, OLDER.id), 'cursor-invalid'],
    ['of a day that is none', cursor('2026-02-30T00:00:00.000Z', OLDER.id), 'cursor-invalid'],
    ['of a time in another form', cursor('2026-05-01', OLDER.id), 'cursor-invalid'],
    ['of the far future', cursor('+012026-05-01T12:00:00.000Z', OLDER.id), 'cursor-invalid'],
    ['of the year 0', cursor('0000-05-01T12:00:00.000Z', OLDER.id), 'cursor-invalid'],
    ['with an identifier that is none', cursor(OLDER.at, 'x'), 'cursor-invalid'],
    ['with an identifier of another kind', cursor(OLDER.at, '00000000-0000-4000-8000-000000000000'), 'cursor-invalid'],
    ['with no identifier', cursor(OLDER.at, null), 'cursor-invalid'],
  ])('refuses a cursor %s', async (_what, text, code) => {
    const { status, body } = await list(`?cursor=${text}`);
    expect([status, body.code, body.errors[0].pointer]).toEqual([400, code, '/cursor']);
    expect(authTrail.asked).toEqual([]);
  });
});
