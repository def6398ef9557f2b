import { UuidV7Generator } from '@job-scope/platform-nest';
import { PostgresCollectionRepository } from './postgres-collection-repository';
import { PostgresDeadLetterRepository } from './postgres-dead-letter-repository';
import { PostgresIdempotencyKeys } from './postgres-idempotency-keys';
import { testStore } from './postgres-store.fixture';
import { queryCosts } from './query-costs.fixture';
import type { Statements } from './statement';

/** What workers forget, on far more runs, windows, events, letters and keys than there will be; one in ten runs is old. */
const RUNS = 20_000;
const EACH = 5;
const AT_ONCE = 100;
const BEFORE = new Date('2026-03-01T12:00:00Z');
const store = testStore();
const { costsOf } = queryCosts(store);

beforeAll(async () => {
  for (const table of ['collection_runs', 'collection_windows', 'run_events', 'dead_letters', 'idempotency_keys']) {
    await store.dataSource.query(`ALTER TABLE vacancies.${table} SET (autovacuum_enabled = false)`);
  }
  const idOf = (n: string) => `lpad((${n})::text, 32, '0')::uuid`;
  const time = (n: string) =>
    `$1::timestamptz + CASE WHEN ${n} % 10 = 0 THEN -1 ELSE 1 END * (${n}) * interval '1 minute'`;
  const fill = (sql: string) => store.dataSource.query(sql, [BEFORE]);
  await fill(`
    INSERT INTO vacancies.collection_runs
      (id, source, query, mode, status, outcome, requester_kind, requester_id, requested_at, finished_at)
    SELECT ${idOf('n')}, 'headhunter', '{}', 'full', 'finished', 'complete', 'user', 'u', now(), ${time('n')}
    FROM generate_series(1, ${RUNS}) n`);
  await store.dataSource.query(`
    INSERT INTO vacancies.collection_windows (id, run_id, task, state)
    SELECT ${idOf(`n * ${EACH} + k`)}, ${idOf('n')}, 'list', 'done'
    FROM generate_series(1, ${RUNS}) n, generate_series(1, ${EACH}) k`);
  await store.dataSource.query(`
    INSERT INTO vacancies.run_events (run_id, seq, type, data, at)
    SELECT ${idOf('n')}, k, 'asked', '{}', now() FROM generate_series(1, ${RUNS}) n, generate_series(1, ${EACH}) k`);
  await fill(`
    INSERT INTO vacancies.dead_letters (id, source, run_id, reason, detail, attempts, failed_at, state, settled_at)
    SELECT ${idOf('n')}, 'headhunter', ${idOf('n')}, 'job.failed', '', 1, now(), 'discarded', ${time('n')}
    FROM generate_series(1, ${RUNS}, 3) n`);
  await fill(`
    INSERT INTO vacancies.idempotency_keys (owner, key, run_id, fingerprint, created_at)
    SELECT 'ann', n, ${idOf('n')}, 'f', ${time('n')} FROM generate_series(1, ${RUNS}) n`);
}, 120_000);

describe.each([['without statistics'], ['with statistics']])('what is old, %s,', (statistics) => {
  beforeAll(async () => {
    if (statistics === 'with statistics') await store.dataSource.query('ANALYZE');
  }, 60_000);

  it.each<[string, (statements: Statements) => Promise<unknown>, number]>([
    [
      'windows and events of a run',
      (rows) => new PostgresCollectionRepository(rows).forgetHistory(BEFORE, AT_ONCE),
      100,
    ],
    [
      'dead letters',
      (rows) => new PostgresDeadLetterRepository(rows, new UuidV7Generator()).forgetSettled(BEFORE, AT_ONCE),
      2 * AT_ONCE,
    ],
    ['keys', (rows) => new PostgresIdempotencyKeys(rows).forget(BEFORE, AT_ONCE), 2 * AT_ONCE],
  ])('is found by looking at few rows only: %s', async (_which, forget, most) => {
    const [cost] = await costsOf(forget);
    expect(cost?.sequential).toEqual([]);
    expect(cost?.read).toBeLessThanOrEqual(most);
  });
});
