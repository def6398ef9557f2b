import { UuidV7Generator } from '@job-scope/platform-nest';
import type { UserListRequest } from '@job-scope/auth-ports';
import type { DataSource } from 'typeorm';
import { claimSql, PREPARE_CLAIM } from './outbox-sql';
import { PostgresAuditReader } from './postgres-audit-reader';
import { PostgresUserDirectory } from './postgres-user-directory';
import { migratedDatabase } from './postgres.fixture';

/** What is asked of long tables must be found by their indexes. */
const ROWS = 20_000;
const database = migratedDatabase();

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Index Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly PlanNode[];
}

interface Cost {
  /** Rows that were looked at, whether they were wanted or not. */
  readonly read: number;
  readonly indexes: readonly string[];
}

const costOf = (node: PlanNode): Cost => {
  const children = (node.Plans ?? []).map(costOf);
  const isScan = node['Node Type'].endsWith('Scan');
  const looked = (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'];
  const index = node['Node Type'] === 'Seq Scan' ? 'none' : node['Index Name'];
  return {
    read: children.reduce((most, { read }) => Math.max(most, read), isScan ? looked : 0),
    indexes: [...(index ? [index] : []), ...children.flatMap(({ indexes }) => indexes)],
  };
};

/** Runs a statement, and what must come before it, in a transaction that is rolled back. */
const explain = async (sql: string, parameters: readonly unknown[] = [], before = 'SELECT 1'): Promise<Cost> => {
  const runner = database.auth.createQueryRunner();
  try {
    await runner.startTransaction();
    await runner.query(before);
    const [row] = await runner.query(`EXPLAIN (ANALYZE, FORMAT JSON) ${sql}`, [...parameters]);
    return costOf(row['QUERY PLAN'][0].Plan);
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
};

const claim = (lane: 'access' | 'mail'): Promise<Cost> => explain(claimSql(lane), [], PREPARE_CLAIM);

/** What the directory asks for, as it asks for it. */
const costOfListing = async (request: UserListRequest): Promise<Cost> => {
  const runner = database.auth.createQueryRunner();
  const query = jest.spyOn(runner, 'query');
  const repositories = { getRepository: (row: never) => runner.manager.getRepository(row) } as unknown as DataSource;
  await new PostgresUserDirectory(repositories).list(request);
  await runner.release();
  const [sql, parameters] = query.mock.calls[0] ?? [''];
  return explain(sql, Array.isArray(parameters) ? parameters : []);
};

beforeAll(async () => {
  await database.owner.query(`
    INSERT INTO auth.users (id, email, display_name, password_hash, active, superuser, verified, revision, created_at,
      updated_at)
    SELECT lpad(n::text, 32, '0')::uuid, md5(n::text) || '@example.com', 'Имя ' || md5((n * 7)::text), 'x',
      true, n % 5000 = 0, true, 1, now() - n * interval '1 minute', now()
    FROM generate_series(1, ${ROWS}) n`);
  await database.owner.query(`UPDATE auth.users SET display_name = 'Елизавета Вторая' WHERE id::text LIKE '%7777'`);
  await database.owner.query('VACUUM ANALYZE auth.users');
}, 120_000);

it('lists a page of users by looking at no others, the first and every other', async () => {
  const first = await new PostgresUserDirectory(database.auth).list({ limit: 20 });
  for (const from of [undefined, first.next]) {
    expect(await costOfListing({ limit: 20, from })).toEqual({ read: 21, indexes: ['users_newest'] });
  }
});

it.each(['лизавет', 'c4ca4238a0b9', '@EXAMPLE.COMX'])(
  'finds the few users of the search %s by its index',
  async (search) => {
    const { read, indexes } = await costOfListing({ limit: 20, search });
    expect(indexes).toEqual(['users_search']);
    expect(read).toBeLessThan(200);
  },
);

it('finds the many users of a search without looking through all', async () => {
  const { read, indexes } = await costOfListing({ limit: 20, search: 'имя' });
  expect(indexes).toEqual(['users_newest']);
  expect(read).toBeLessThan(200);
});

it('finds superusers among many users by their own index', async () => {
  const cost = await explain('SELECT id FROM auth.users WHERE active AND superuser ORDER BY id');
  expect(cost).toEqual({ read: ROWS / 5000, indexes: ['users_active_superusers'] });
});

it('lists a page of the audit trail by looking at no other events', async () => {
  await database.owner.query(`
    INSERT INTO auth.audit_events (id, at, action, actor_kind, details)
    SELECT lpad(n::text, 32, '0')::uuid, now() - n / 10 * interval '1 second', 'login.failed', 'anonymous', '{}'
    FROM generate_series(1, ${ROWS}) n`);
  await database.owner.query('ANALYZE auth.audit_events');
  const [last] = await new PostgresAuditReader(database.auth).list({ limit: 1 });
  for (const before of [undefined, last]) {
    const query = jest.fn(async () => []);
    await new PostgresAuditReader({ query } as unknown as DataSource).list({ limit: 20, before });
    const [sql = '', parameters = []] = query.mock.lastCall as unknown as [string, unknown[]];
    expect(await explain(sql, parameters)).toEqual({ read: 20, indexes: ['audit_events_at'] });
  }
}, 60_000);

describe('claiming from a long backlog', () => {
  const refill = async (...after: readonly string[]): Promise<void> => {
    const ids = new UuidV7Generator();
    for (const sql of [
      'TRUNCATE auth.outbox',
      `INSERT INTO auth.outbox (event_name, event_version, aggregate_id, revision, payload)
       SELECT CASE WHEN n % 2 = 0 THEN 'users.deleted' ELSE 'auth.mail-wanted' END, 1, '${ids.next()}', 1, '{}'
       FROM generate_series(1, ${ROWS}) n`,
      ...after,
    ]) {
      await database.owner.query(sql);
    }
  };

  it.each([
    ['no statistics', []],
    ['right statistics', ['VACUUM ANALYZE auth.outbox']],
  ])(
    'looks at one message only, with %s',
    async (_state, statements) => {
      await refill(...statements);
      expect(await claim('access')).toEqual({ read: 1, indexes: ['outbox_access'] });
      expect(await claim('mail')).toEqual({ read: 1, indexes: ['outbox_mail'] });
    },
    60_000,
  );

  it('does not wade through what must wait, nor through the other lane', async () => {
    await refill(
      `UPDATE auth.outbox SET available_at = now() + interval '1 hour' WHERE event_name = 'auth.mail-wanted'`,
      'VACUUM ANALYZE auth.outbox',
    );
    expect(await claim('mail')).toEqual({ read: 0, indexes: ['outbox_mail'] });
    expect((await claim('access')).read).toBe(1);
  }, 60_000);
});
