import { randomUUID } from 'node:crypto';
import type { SessionTransport } from '@job-scope/auth-contracts';
import { IDENTITY_ALONE, LocalStack, type RunningStack } from './local-stack.fixture';
import { done, People, type Person } from './people.fixture';
import type { UserAgent } from './user-agent.fixture';

const LIST = '/api/v1/audit-events';
const TRACE_ID = '4bf92f3577b34da6a3ce929d0e0e4736';

interface AuditEvent {
  readonly id: string;
  readonly at: string;
  readonly context: string;
  readonly action: string;
  readonly actor: { readonly kind: string; readonly id: string | null };
  readonly subject: { readonly kind: string; readonly id: string } | null;
  readonly traceId: string | null;
}

/** Every page, one after another. */
const read = async (agent: UserAgent, query: string): Promise<readonly AuditEvent[]> => {
  const events: AuditEvent[] = [];
  for (let cursor: unknown = ''; cursor !== undefined;) {
    const { body } = done(await agent.get(`${LIST}?${query}${cursor ? `&cursor=${cursor}` : ''}`));
    events.push(...(body['items'] as AuditEvent[]));
    cursor = body['nextCursor'];
  }
  return events;
};

describe('the audit list', () => {
  const stack = new LocalStack();
  let running: RunningStack;
  let people: People;
  let administrator: UserAgent;
  let person: Person;
  let runId: string;
  beforeAll(async () => {
    running = await stack.start(IDENTITY_ALONE);
    people = new People(stack, running.url);
    administrator = await people.administrator();
    person = await people.newcomer();
    const wish = { source: 'headhunter', query: {} };
    const traceparent = `00-${TRACE_ID}-00f067aa0ba902b7-01`;
    const headers = { 'idempotency-key': randomUUID(), traceparent };
    runId = String(done(await administrator.send('POST', '/api/v1/collections', wish, headers)).body['id']);
    done(await administrator.send('DELETE', `/api/v1/users/${person.id}/sessions`));
  });
  afterAll(async () => {
    await running?.stop();
    await stack.destroy();
  });

  const as = async (transport: SessionTransport): Promise<UserAgent> => {
    const agent = people.stranger();
    done(await agent.logIn('admin@example.com', stack.superuserPassword, transport));
    return agent;
  };

  it.each(['header', 'cookie'] as const)('A-16: tells what happened in every service, by %s', async (transport) => {
    const agent = await as(transport);
    const events = await read(agent, 'limit=2');

    const told = events.map(({ context, action, actor }) => `${context} ${action} by ${actor.kind}`);
    const [sessionsEnded, collected, loggedIn] = [
      'auth sessions.revoked by user',
      'vacancies collection.requested by user',
      'auth login.succeeded by user',
    ];
    expect(told.filter((line) => [sessionsEnded, collected].includes(line))).toEqual([sessionsEnded, collected]);
    expect([told[0], told.at(-1)]).toEqual([loggedIn, expect.stringMatching(/ by operator$/)]);
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
    const times = events.map(({ at }) => Date.parse(at));
    expect(times).toEqual(times.toSorted((a, b) => b - a));
    expect(await read(agent, 'limit=100')).toEqual(events);
  });

  it('finds what was done to somebody or something, within its trace', async () => {
    expect(await read(administrator, `limit=1&subjectId=${runId}`)).toMatchObject([
      { context: 'vacancies', subject: { kind: 'collection-run', id: runId }, traceId: TRACE_ID },
    ]);
    const happened = await read(administrator, `limit=1&subjectId=${person.id}`);
    expect(happened.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['sessions.revoked', 'user.registered']),
    );
  });

  it('is for superusers, as is what stands behind it', async () => {
    const agent = people.stranger();
    done(await agent.logIn(person.email, person.password, 'header'));
    expect([(await agent.get(LIST)).status, (await people.stranger().get(LIST)).status]).toEqual([403, 401]);
    expect((await administrator.get('/internal/v1/audit-events?limit=1')).status).toBe(404);
  });
});
