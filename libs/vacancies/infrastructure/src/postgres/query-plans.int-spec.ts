import { OUTBOX_EVENT_NAMES } from '@job-scope/vacancies-contracts';
import { CLAIM, FOLLOW_INDEX } from './outbox-sql';
import { PostgresAuditReader } from './postgres-audit-trail';
import { PostgresCollectionRepository } from './postgres-collection-repository';
import { PostgresCollectionRunReader } from './postgres-collection-run-reader';
import { PostgresOpenWork } from './postgres-open-work';
import { testStore } from './postgres-store.fixture';
import { queryCosts } from './query-costs.fixture';

/** Every statement of the hot path on 100,000 rows: none may read much more than it needs. */
const ROWS = 100_000;
const store = testStore();
const { costsOf, explain } = queryCosts(store);

beforeAll(async () => {
  // The statistics are part of what is tested here, and must not change behind our back.
  for (const table of ['outbox', 'collection_runs', 'collection_windows', 'audit_events']) {
    await store.dataSource.query(`ALTER TABLE vacancies.${table} SET (autovacuum_enabled = false)`);
  }
});

const FILL_OUTBOX = `
  INSERT INTO vacancies.outbox (event_name, event_version, aggregate_id, revision, payload)
  SELECT 'vacancies.changed.v1', 1, aggregate.id, n / (${ROWS} / 2) + 1, '{}'
  FROM generate_series(0, ${ROWS - 1}) n,
    LATERAL (SELECT lpad((n % (${ROWS} / 2))::text, 32, '0')::uuid AS id) aggregate`;

describe('claiming from a long backlog', () => {
  const claim = (limit: number) => explain(CLAIM, [limit, OUTBOX_EVENT_NAMES], FOLLOW_INDEX);
  const refill = async (...statements: readonly string[]) => {
    for (const sql of ['TRUNCATE vacancies.outbox', ...statements]) await store.dataSource.query(sql);
  };

  it.each([
    ['there are no statistics', [FILL_OUTBOX]],
    ['the statistics are of an empty queue', ['VACUUM ANALYZE vacancies.outbox', FILL_OUTBOX]],
    ['the statistics are right', [FILL_OUTBOX, 'ANALYZE vacancies.outbox']],
  ])(
    'reads what it claims and no more, when %s',
    async (_state, statements) => {
      await refill(...statements);
      expect(await claim(500)).toEqual({ read: 1000, sequential: [] });
    },
    120_000,
  );

  it('does not wade through what must wait', async () => {
    await store.dataSource.query(
      `UPDATE vacancies.outbox SET available_at = now() + interval '1 hour' WHERE id % 100 > 0`,
    );
    const { read, sequential } = await claim(100);
    expect(sequential).toEqual([]);
    expect(read).toBeLessThan(2_000);
  }, 120_000);
});

it('lists runs by looking at a page of them only', async () => {
  await store.dataSource.query(`
    INSERT INTO vacancies.collection_runs (id, source, query, status, requester_kind, requester_id, requested_at)
    SELECT lpad(n::text, 32, '0')::uuid, 'headhunter', '{}', 'requested', 'user', 'u', now() - n * interval '1 minute'
    FROM generate_series(1, ${ROWS}) n`);
  const reader = new PostgresCollectionRunReader(store.dataSource);
  const first = await reader.list({ limit: 20 });
  const from = first.ok ? first.value.next : undefined;
  const pages = [{ limit: 20 }, { limit: 20, from }];
  for (const page of pages) {
    const costs = await costsOf(({ dataSource }) => new PostgresCollectionRunReader(dataSource).list(page));
    expect(costs).toEqual([{ read: 21, sequential: [] }]);
  }
}, 120_000);

it('reads the audit trail by looking at a page of it only', async () => {
  await store.dataSource.query(`
    INSERT INTO vacancies.audit_events (id, at, action, actor_kind, actor_id, subject_kind, subject_id, details)
    SELECT lpad(n::text, 32, '0')::uuid, now() - (n / 100) * interval '1 millisecond', 'collection.requested', 'user', 'u',
      'collection-run', n, '{}' FROM generate_series(1, ${ROWS}) n`);
  const [middle] = await store.dataSource.query('SELECT at, id FROM vacancies.audit_events OFFSET 50000 LIMIT 1');
  for (const before of [undefined, middle]) {
    const costs = await costsOf(({ dataSource }) => new PostgresAuditReader(dataSource).list({ limit: 20, before }));
    expect(costs).toEqual([{ read: 20, sequential: [] }]);
  }
}, 120_000);

describe.each([['without statistics'], ['with statistics']])('among runs that are never deleted, %s', (statistics) => {
  beforeAll(async () => {
    await store.dataSource.query('TRUNCATE vacancies.collection_runs CASCADE');
    await store.dataSource.query(`
      INSERT INTO vacancies.collection_runs
        (id, source, query, status, outcome, requester_kind, requester_id, requested_at, started_at)
      SELECT lpad(n::text, 32, '0')::uuid, 'headhunter', jsonb_build_object('areas', jsonb_build_array((n % 100)::text)),
        'finished', CASE WHEN n % 3 = 0 THEN 'failed' ELSE 'complete' END, 'schedule', 's', at, at
      FROM generate_series(1, ${ROWS}) n, LATERAL (SELECT now() - n * interval '1 minute' AS at) time`);
    await store.dataSource.query(`
      UPDATE vacancies.collection_runs SET status = 'collecting', outcome = NULL WHERE id::text LIKE '%500'`);
    await store.dataSource.query(`
      INSERT INTO vacancies.collection_windows (id, run_id, task, filters, state)
      SELECT md5(id || ' ' || n)::uuid, id, 'list', '{}', CASE WHEN n = 1 THEN 'planned' ELSE 'done' END
      FROM vacancies.collection_runs, generate_series(1, 2) n`);
    await store.dataSource.query(`
      INSERT INTO vacancies.dead_letters (id, source, run_id, reason, detail, attempts, failed_at, state, settled_at)
      SELECT id, source, id, 'job.failed', 'd', 8, now(), 'replayed', now() FROM vacancies.collection_runs`);
    if (statistics === 'with statistics') await store.dataSource.query('ANALYZE');
  }, 120_000);

  it('the last one that read all of a query is found by looking at that one only', async () => {
    const costsFor = (area: string) =>
      costsOf((statements) => new PostgresCollectionRepository(statements).lastReadAt('headhunter', { areas: [area] }));
    expect(await costsFor('7')).toEqual([{ read: 1, sequential: [] }]);
    expect(await costsFor('a place without runs')).toEqual([{ read: 0, sequential: [] }]);
  });

  it('what is open is found by looking at those under way only', async () => {
    const costs = await costsOf(({ dataSource }) => new PostgresOpenWork(dataSource).page(1_000, null));
    expect(costs).toEqual([{ read: expect.any(Number), sequential: [] }]);
    expect(costs[0]?.read).toBeLessThanOrEqual(400);
  });
});
