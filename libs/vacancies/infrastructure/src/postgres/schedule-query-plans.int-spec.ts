import { PostgresCollectionRepository } from './postgres-collection-repository';
import { PostgresScheduleReader } from './postgres-schedule-reader';
import { PostgresScheduleRepository } from './postgres-schedule-repository';
import { testStore } from './postgres-store.fixture';
import { queryCosts } from './query-costs.fixture';

/** What schedulers ask every second, on far more schedules, fires and runs than there will be. */
const SCHEDULES = 10_000;
const FIRES_EACH = 10;
const RUNS = 100_000;
const store = testStore();
const { costsOf } = queryCosts(store);
const idOf = (n: number) => `00000000-0000-0000-0000-${String(n).padStart(12, '0')}`;
const HOUR = 3_600_000;
const NOON = new Date('2026-03-01T12:00:00Z');

beforeAll(async () => {
  for (const table of ['schedules', 'schedule_fires', 'collection_runs']) {
    await store.dataSource.query(`ALTER TABLE vacancies.${table} SET (autovacuum_enabled = false)`);
  }
  // Three are due, and three others have a time waiting.
  await store.dataSource.query(
    `INSERT INTO vacancies.schedules (id, name, source, query, cron, time_zone, jitter_seconds, overlap, misfire,
       misfire_tolerance_seconds, paused, next_fire_at, due_at, waiting_fire_at, revision, created_at, updated_at)
     SELECT lpad(n::text, 32, '0')::uuid, n, 'headhunter', '{}', '0 * * * *', 'Etc/UTC', 0, 'queue', 'skip', 300,
       n % 7 = 0, due, due, CASE WHEN n IN (11, 12, 13) THEN due END, 1, due, due
     FROM generate_series(1, $1::int) n, LATERAL (SELECT $2::timestamptz + (n - 3) * interval '1 minute' AS due) time`,
    [SCHEDULES, NOON],
  );
  await store.dataSource.query(
    `INSERT INTO vacancies.schedule_fires (schedule_id, fire_at, outcome, recorded_at)
     SELECT id, $2::timestamptz - n * interval '1 hour', 'skipped-overlap', now()
     FROM vacancies.schedules, generate_series(1, $1::int) n`,
    [FIRES_EACH, NOON],
  );
  // One run in a thousand is under way.
  await store.dataSource.query(
    `INSERT INTO vacancies.collection_runs (id, source, query, status, outcome, requester_kind, requester_id, requested_at)
     SELECT lpad(n::text, 32, '0')::uuid, 'headhunter', '{}', CASE WHEN n % 1000 = 0 THEN 'requested' ELSE 'finished' END,
       CASE WHEN n % 1000 = 0 THEN NULL ELSE 'empty' END, 'schedule', lpad((n % $2)::text, 32, '0')::uuid, now()
     FROM generate_series(1, $1::int) n`,
    [RUNS, SCHEDULES],
  );
}, 120_000);

describe.each([['without statistics'], ['with statistics']])('schedules, %s', (statistics) => {
  beforeAll(async () => {
    if (statistics === 'with statistics') await store.dataSource.query('ANALYZE');
  }, 60_000);

  it.each<[string, (schedules: PostgresScheduleRepository) => Promise<unknown>, number]>([
    ['that are due, when none is', (schedules) => schedules.lockNextDue(new Date(0), []), 0],
    ['that are due', (schedules) => schedules.lockNextDue(NOON, []), 4],
    ['that wait', (schedules) => schedules.lockNextWaiting([]), 8],
    ['of one identifier', (schedules) => schedules.lock(idOf(5)), 2],
    ['with a run under way', (schedules) => schedules.hasOpenRun(idOf(5)), 1],
  ])('%s are found by looking at few rows only', async (_which, find, rows) => {
    for (const { read, sequential } of await costsOf((statements) =>
      find(new PostgresScheduleRepository(statements)),
    )) {
      expect(sequential).toEqual([]);
      expect(read).toBeLessThanOrEqual(rows);
    }
  });

  it('leave a source whose open runs are found by looking at those only', async () => {
    for (const { read, sequential } of await costsOf((statements) =>
      new PostgresCollectionRepository(statements).openRuns('headhunter'),
    )) {
      expect(sequential).toEqual([]);
      expect(read).toBeLessThanOrEqual(RUNS / 1000);
    }
  });

  it('are told which of their fires are too old by looking at few of them only', async () => {
    const before = new Date(NOON.getTime() - 5.5 * HOUR);
    const [cost] = await costsOf((statements) => new PostgresScheduleRepository(statements).forgetFires(before, 100));
    expect(cost?.sequential).toEqual([]);
    expect(cost?.read).toBeLessThanOrEqual(1_000);
  });

  it('are listed by looking at a page of them only', async () => {
    const list = 'vacancies/postgres/schedules';
    for (const from of [undefined, { list, after: [idOf(5_000)] }]) {
      const costs = await costsOf(({ dataSource }) => new PostgresScheduleReader(dataSource).list({ limit: 20, from }));
      expect(costs).toEqual([{ read: 42, sequential: [] }]);
    }
    const fires = await costsOf(({ dataSource }) => new PostgresScheduleReader(dataSource).lastFires(idOf(5), 3));
    expect(fires).toEqual([{ read: 3, sequential: [] }]);
  });
});
