import { runWithTraceparent } from '@job-scope/platform-nest';
import type { OutboxMessage } from '@job-scope/vacancies-ports';
import { drain } from '@job-scope/vacancies-testing';
import { PostgresOutboxFeed, type OutboxFeedOptions } from './postgres-outbox-feed';
import { testStore } from './postgres-store.fixture';

const store = testStore();
const HOUR_MS = 3_600_000;
const VACANCY = '01900000-0000-7000-8000-000000000001';
const OTHER = '01900000-0000-7000-8000-000000000002';

const feedOf = (options: Partial<OutboxFeedOptions> = {}) =>
  new PostgresOutboxFeed(store.dataSource, store.listener(), options);

const append = (vacancyId: string, revision = 1) =>
  store.unitOfWork.run((tx) => tx.outbox.append([{ kind: 'vacancy-changed', vacancyId, revision }]));

const fail = async ([message]: readonly OutboxMessage[]) => [{ messageId: message!.id, failure: 'no\0t today' }];

const stored = (): Promise<{ waits: number; last_error: string | null; dead: boolean }[]> =>
  store.dataSource.query(`
    SELECT extract(epoch FROM available_at - now())::float8 * 1000 AS waits, last_error, dead_at IS NOT NULL AS dead
    FROM vacancies.outbox ORDER BY id`);

const makeAvailable = () => store.dataSource.query('UPDATE vacancies.outbox SET available_at = now()');

beforeEach(() => store.clear());

it('carries the trace of the request that caused an event', async () => {
  const traceId = '0af7651916cd43dd8448eb211c80319c';
  await runWithTraceparent(`00-${traceId}-b7ad6b7169203331-01`, () => append(VACANCY));
  await append(OTHER);
  const traceparents = (await drain(feedOf())).map(({ traceparent }) => traceparent);
  expect(traceparents).toEqual([expect.stringContaining(traceId), null]);
});

it('waits twice as long after every failure, up to a limit, and keeps the reason', async () => {
  const feed = feedOf({ firstDelayMs: HOUR_MS, maxDelayMs: 3 * HOUR_MS });
  await append(VACANCY);
  for (const hours of [1, 2, 3, 3]) {
    expect(await feed.consume(1, fail)).toBe(1);
    const [message] = await stored();
    expect(message).toMatchObject({ last_error: 'not today', dead: false });
    expect(Math.round(message!.waits / HOUR_MS)).toBe(hours);
    await makeAvailable();
  }
});

it('waits the longest while the receiver is away, and begins with the shortest once it is back', async () => {
  const feed = feedOf({ firstDelayMs: HOUR_MS, maxDelayMs: 9 * HOUR_MS });
  await append(VACANCY);
  await feed.consume(1, async (messages) => (await fail(messages)).map((delivery) => ({ ...delivery, outage: true })));
  expect(Math.round((await stored())[0]!.waits / HOUR_MS)).toBe(9);
  await makeAvailable();
  await feed.consume(1, fail);
  expect(Math.round((await stored())[0]!.waits / HOUR_MS)).toBe(1);
});

it('leaves events that it does not know to a newer relay, and what follows them too', async () => {
  await append(VACANCY);
  await store.dataSource.query(`UPDATE vacancies.outbox SET event_name = 'vacancies.changed.v2'`);
  await append(VACANCY, 2);
  await append(OTHER);
  const [only, ...others] = await drain(feedOf());
  expect([only?.event, others]).toEqual([{ kind: 'vacancy-changed', vacancyId: OTHER, revision: 1 }, []]);
  const untouched = expect.objectContaining({ last_error: null, dead: false });
  expect(await stored()).toEqual([untouched, untouched]);
});

it('sets an event aside that says other than its name, and delivers the others', async () => {
  await append(VACANCY);
  await store.dataSource.query(`UPDATE vacancies.outbox SET payload = '{"vacancyId": 7}'`);
  await append(OTHER);
  expect(await drain(feedOf({ maxAttempts: 1 }))).toHaveLength(1);
  const reason = 'its payload is not one of vacancies.changed.v1';
  expect(await stored()).toEqual([expect.objectContaining({ dead: true, last_error: reason })]);
});

it('gives the claims of a relay that died to the next at once', async () => {
  await append(VACANCY);
  const died = feedOf().consume(1, async (messages) => {
    await store.terminate(`state = 'idle in transaction'`);
    return messages.map(({ id }) => ({ messageId: id }));
  });
  await expect(died).rejects.toThrow();
  expect(await drain(feedOf())).toHaveLength(1);
});

describe('a feed that waits', () => {
  const LONG_MS = HOUR_MS;
  const never = new AbortController().signal;
  const listener = `application_name = 'test-listener'`;

  it('is woken when its connection is lost, and by the next one that it opens', async () => {
    const waiting = store.listener();
    const feed = new PostgresOutboxFeed(store.dataSource, waiting);
    await feed.waitForMore(LONG_MS, never);
    const wait = feed.waitForMore(LONG_MS, never);
    await store.terminate(listener);
    await wait;
    await feed.waitForMore(LONG_MS, never);
    const next = feed.waitForMore(LONG_MS, never);
    await append(VACANCY);
    await next;
    await waiting.close();
  });

  it('listens on one connection, and on none when it is closed', async () => {
    const waiting = store.listener();
    for (let count = 0; count < 3; count += 1) await waiting.wait(0, never);
    await waiting.wait(LONG_MS, never);
    const connections = () => store.dataSource.query(`SELECT 1 FROM pg_stat_activity WHERE ${listener}`);
    expect(await connections()).toHaveLength(1);
    await waiting.close();
    while ((await connections()).length > 0);
  });

  it('does not fail when the database cannot be reached: the wait lasts its time', async () => {
    const unreachable = Object.assign(new URL(store.url), { port: '1' }).href;
    const waiting = store.listener(unreachable);
    await expect(waiting.wait(10, never)).resolves.toBeUndefined();
    await waiting.close();
  });
});
