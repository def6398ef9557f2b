import { DOUBT_MS } from '@job-scope/auth-ports';
import { append, deleted, describeAuthOutboxFeed, idOf, mailTo, take } from '@job-scope/auth-testing';
import { currentTraceId, runWithTraceparent, silentLogger, UuidV7Generator } from '@job-scope/platform-nest';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { PostgresAuthOutboxFeed } from './postgres-auth-outbox-feed';
import { PostgresAuthUnitOfWork } from './postgres-auth-unit-of-work';
import { migratedDatabase } from './postgres.fixture';

const TRACE_ID = '11111111111111111111111111111111';

describe('the outbox of auth in PostgreSQL', () => {
  const database = migratedDatabase();
  const ids = new UuidV7Generator();

  const opened = async () => {
    await database.owner.query('TRUNCATE auth.outbox');
    return {
      unitOfWork: new PostgresAuthUnitOfWork(database.auth, ids, silentLogger),
      feed: new PostgresAuthOutboxFeed(database.auth),
      advance: async (ms: number) => {
        const sql = `UPDATE auth.outbox SET available_at = available_at - interval '1 millisecond' * $1`;
        await database.owner.query(sql, [ms]);
      },
    };
  };
  const rows = (): Promise<Record<string, unknown>[]> => database.owner.query('SELECT * FROM auth.outbox ORDER BY id');
  const insert = (name: string, version: number, payload: unknown): Promise<unknown> =>
    database.owner.query(
      `INSERT INTO auth.outbox (event_name, event_version, aggregate_id, revision, payload) VALUES ($1, $2, $3, 0, $4)`,
      [name, version, idOf(1), JSON.stringify(payload)],
    );

  describeAuthOutboxFeed('PostgresAuthOutboxFeed', opened);

  it.each([
    ['users.changed', { userId: idOf(1), revision: 1 }],
    ['users.deleted', { userId: idOf(1), revision: '1' }],
    ['auth.access-in-doubt', { userId: idOf(1) }],
    ['auth.sessions-to-end', { userId: idOf(1), reason: 'logout', openedUntil: 'yesterday', except: null }],
    ['auth.mail-wanted', null],
  ])('sets a message of %s aside that it cannot read, says why, and goes on', async (name, payload) => {
    const harness = await opened();
    const lane = name === 'auth.mail-wanted' ? 'mail' : 'access';
    for (let count = 0; count < 15; count += 1) await insert(name, 1, payload);
    await append(harness, lane === 'mail' ? mailTo(2) : deleted(2));
    expect(await take(harness.feed, lane)).toEqual(lane === 'mail' ? mailTo(2) : deleted(2));
    expect(await harness.feed.backlog()).toEqual({ pending: 0, oldestAt: null, setAside: 15 });
    expect((await rows())[0]).toMatchObject({ last_error: `its payload is not one of ${name}` });
  });

  it.each([
    ['users.renamed', 1],
    ['users.deleted', 2],
    ['auth.mail-wanted', 2],
  ])('leaves %s v%i to the later release that wrote it', async (name, version) => {
    const { feed } = await opened();
    await insert(name, version, { userId: idOf(1), revision: 1 });
    for (const lane of ['access', 'mail'] as const) expect(await take(feed, lane)).toBeUndefined();
    expect(await rows()).toMatchObject([{ dead_at: null, attempts: 0 }]);
  });

  it('keeps why a delivery failed, in words that fit', async () => {
    const harness = await opened();
    await append(harness, mailTo(1));
    await harness.feed.consume('mail', () => Promise.reject(new Error(`no\0thing ${'x'.repeat(1000)}`)));
    expect((await rows())[0]).toMatchObject({ attempts: 1, last_error: `nothing ${'x'.repeat(492)}` });
  });

  it('delivers in the trace that brought the event about', async () => {
    const harness = await opened();
    await runWithTraceparent(`00-${TRACE_ID}-2222222222222222-01`, () => append(harness, deleted(1)));
    const seen: unknown[] = [];
    await harness.feed.consume('access', async ({ traceparent }) => {
      seen.push(currentTraceId(), traceparent);
    });
    expect(seen).toEqual([TRACE_ID, expect.stringContaining(TRACE_ID)]);
  });

  it('gives a message back at once when its consumer dies, as if it had never been claimed', async () => {
    const harness = await opened();
    await append(harness, deleted(1));
    const dying = harness.feed.consume('access', async () => {
      await database.owner.query(`
        SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE state = 'idle in transaction' AND datname = current_database() AND pid <> pg_backend_pid()`);
    });
    await expect(dying).rejects.toThrow();
    expect(await rows()).toMatchObject([{ attempts: 0, dead_at: null }]);
    expect(await take(harness.feed, 'access')).toEqual(deleted(1));
  });

  it('lets a delivery take longer than a transaction may idle elsewhere', async () => {
    const harness = await opened();
    await append(harness, mailTo(1));
    const extra = { idle_in_transaction_session_timeout: 50 };
    const impatient = await new DataSource({ ...database.auth.options, extra } as DataSourceOptions).initialize();
    const report = await new PostgresAuthOutboxFeed(impatient).consume('mail', async () => {
      await database.owner.query('SELECT pg_sleep(0.2)');
    });
    await impatient.destroy();
    expect(report.outcome).toBe('delivered');
  });

  it('A-9: lets a doubt wait as long as taking access may take', async () => {
    const harness = await opened();
    await append(harness, { kind: 'access-in-doubt', userId: idOf(1), denialId: idOf(2) }, deleted(1));
    const [wait] = await database.owner.query(`
      SELECT extract(epoch FROM max(available_at) - min(available_at))::int * 1000 AS ms FROM auth.outbox`);
    expect(wait).toEqual({ ms: DOUBT_MS });
  });
});
