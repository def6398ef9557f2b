import { UuidV7Generator } from '@job-scope/platform-nest';
import { OUTBOX_EVENT_NAMES } from '@job-scope/vacancies-contracts';
import { aVacancyToStore } from '@job-scope/vacancies-testing';
import type { DataSource } from 'typeorm';
import { CLAIM, FOLLOW_INDEX } from './outbox-sql';
import { PostgresAuditReader } from './postgres-audit-trail';
import { PostgresCollectionRunReader } from './postgres-collection-run-reader';
import { testStore } from './postgres-store.fixture';
import { PostgresVacancyReader } from './postgres-vacancy-reader';
import { PostgresVacancyRepository } from './postgres-vacancy-repository';
import type { Statements } from './statement';

/** Every statement of the hot path on 100,000 rows: none may read much more than it needs. */
const ROWS = 100_000;
const store = testStore();

beforeAll(async () => {
  // The statistics are part of what is tested here, and must not change behind our back.
  for (const table of ['vacancies', 'vacancy_sightings', 'outbox', 'collection_runs', 'audit_events']) {
    await store.dataSource.query(`ALTER TABLE vacancies.${table} SET (autovacuum_enabled = false)`);
  }
});

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly PlanNode[];
}

interface Cost {
  /** Rows of tables that were looked at, whether they were wanted or not. */
  readonly read: number;
  readonly sequential: readonly string[];
}

const costOf = (node: PlanNode): Cost => {
  const children = (node.Plans ?? []).map(costOf);
  const table = node['Node Type'].endsWith('Scan') ? node['Relation Name'] : undefined;
  const looked = (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'];
  return {
    read: children.reduce((sum, child) => sum + child.read, table ? looked : 0),
    sequential: [
      ...(node['Node Type'] === 'Seq Scan' && table ? [table] : []),
      ...children.flatMap((child) => child.sequential),
    ],
  };
};

/** Runs a statement, and what must come before it, in a transaction that is rolled back. */
const explain = async (sql: string, parameters: readonly unknown[], before?: string): Promise<Cost> => {
  const runner = store.dataSource.createQueryRunner();
  try {
    await runner.startTransaction();
    if (before) await runner.query(before);
    const [row] = await runner.query(`EXPLAIN (ANALYZE, FORMAT JSON) ${sql}`, [...parameters]);
    return costOf(row['QUERY PLAN'][0].Plan);
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
};

/** Takes the place of a connection, and explains what it is asked to run. */
class Explainer implements Statements {
  readonly costs: Cost[] = [];

  async rows<Row>(sql: string, parameters: readonly unknown[]): Promise<readonly Row[]> {
    this.costs.push(await explain(sql, parameters));
    return [];
  }

  get dataSource(): DataSource {
    return { query: (sql: string, parameters: unknown[]) => this.rows(sql, parameters) } as unknown as DataSource;
  }
}

const costsOf = async (work: (explainer: Explainer) => Promise<unknown>): Promise<readonly Cost[]> => {
  const explainer = new Explainer();
  await work(explainer);
  return explainer.costs;
};

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

describe('vacancies', () => {
  const ids = new UuidV7Generator();
  const batch = (content: string, from = 0) =>
    Array.from({ length: 100 }, (_, index) => aVacancyToStore(`${from + index * 7}`, content));
  const storing = (content: string, from?: number) =>
    costsOf((statements) => new PostgresVacancyRepository(statements, ids).store(batch(content, from), new Date()));

  beforeAll(async () => {
    await store.dataSource.query(`
      INSERT INTO vacancies.vacancies (id, source, source_id, revision, content_hash, state, title, url,
        professional_roles, has_test, raw, published_at, first_seen_at, changed_at)
      SELECT lpad(n::text, 32, '0')::uuid, 'headhunter', n, 1, 'same', 'active', 't', 'u', '[]', false, '{}',
        now(), now(), now() FROM generate_series(0, ${ROWS - 1}) n`);
    await store.dataSource.query(
      'INSERT INTO vacancies.vacancy_sightings SELECT id, first_seen_at FROM vacancies.vacancies',
    );
  }, 120_000);

  describe.each([['without statistics'], ['with statistics']])('%s', (statistics) => {
    beforeAll(async () => {
      if (statistics === 'with statistics') await store.dataSource.query('ANALYZE');
    }, 60_000);

    it.each([
      ['unchanged', 'same', 0],
      ['changed', 'other', 0],
      ['new', 'same', ROWS],
    ])('are stored by looking at their own rows only: %s', async (_kind, content, from) => {
      for (const { read, sequential } of await storing(content, from)) {
        expect(sequential).toEqual([]);
        expect(read).toBeLessThanOrEqual(100);
      }
    });

    it('are read by looking at their own rows only', async () => {
      const wanted = Array.from(
        { length: 500 },
        (_, n) => `00000000-0000-0000-0000-${String(n * 9).padStart(12, '0')}`,
      );
      const costs = await costsOf(({ dataSource }) => new PostgresVacancyReader(dataSource).byIds(wanted));
      expect(costs).toEqual([{ read: 1000, sequential: [] }]);
    });
  });
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
