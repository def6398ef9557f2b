import { UuidV7Generator } from '@job-scope/platform-nest';
import { anAmendment, aVacancyToStore } from '@job-scope/vacancies-testing';
import { READ } from './duplicate-groups-sql';
import { PostgresDuplicateGroups } from './postgres-duplicate-groups';
import { PostgresHiddenVacancyReader } from './postgres-hidden-vacancy-reader';
import { PostgresInquiryRepository } from './postgres-inquiry-repository';
import { testStore } from './postgres-store.fixture';
import { PostgresSweepRepository } from './postgres-sweep-repository';
import { PostgresVacancyHistoryReader } from './postgres-vacancy-history-reader';
import { PostgresVacancyPayloads } from './postgres-vacancy-payloads';
import { PostgresVacancyReader } from './postgres-vacancy-reader';
import { PostgresVacancyRepository } from './postgres-vacancy-repository';
import { queryCosts } from './query-costs.fixture';

/** Every statement about vacancies on 100,000 of them: none may read much more than it needs. */
const ROWS = 100_000;
const store = testStore();
const { costsOf, explain } = queryCosts(store);

beforeAll(async () => {
  // The statistics are part of what is tested here, and must not change behind our back.
  for (const table of [
    ...['vacancies', 'vacancy_sightings', 'vacancy_changes', 'duplicate_groups', 'inquiries'],
    ...['query_matches', 'collection_runs'],
  ]) {
    await store.dataSource.query(`ALTER TABLE vacancies.${table} SET (autovacuum_enabled = false)`);
  }
});

describe('vacancies', () => {
  const ids = new UuidV7Generator();
  const idOf = (n: number) => `00000000-0000-0000-0000-${String(n).padStart(12, '0')}`;
  const batch = (content: string, from = 0) =>
    Array.from({ length: 100 }, (_, index) => aVacancyToStore(`${from + index * 7}`, content));
  const storing = (content: string, from?: number) =>
    costsOf((statements) => new PostgresVacancyRepository(statements, ids).store(batch(content, from), new Date()));

  beforeAll(async () => {
    await store.dataSource.query(`
      INSERT INTO vacancies.vacancies (id, source, source_id, revision, content_hash, state, title, url,
        professional_roles, has_test, raw, published_at, first_seen_at, changed_at, duplicate_key)
      SELECT lpad(n::text, 32, '0')::uuid, 'headhunter', n, 1, 'same', 'active', 't', 'u', '[]', false, '{}',
        now(), now(), now(), CASE WHEN n % 5 > 0 THEN n / 10 END FROM generate_series(0, ${ROWS - 1}) n`);
    await store.dataSource.query(
      'INSERT INTO vacancies.vacancy_sightings SELECT id, first_seen_at FROM vacancies.vacancies',
    );
    await store.dataSource.query(`
      INSERT INTO vacancies.collection_runs
        (id, source, query, mode, status, outcome, requester_kind, requester_id, requested_at)
      SELECT lpad(n::text, 32, '0')::uuid, 'headhunter', '{}', 'full', 'finished', 'partial', 'user', 'u', now()
      FROM generate_series(1, ${ROWS / 10}) n`);
    await store.dataSource.query(`
      INSERT INTO vacancies.inquiries (vacancy_id, run_id) SELECT id, '${idOf(1)}' FROM vacancies.vacancies`);
    await store.dataSource.query(`
      INSERT INTO vacancies.query_matches
      SELECT key, id FROM vacancies.vacancies, unnest('{a query,another}'::text[]) key`);
    await store.dataSource.query(`
      INSERT INTO vacancies.duplicate_groups
      SELECT duplicate_key, min(id::text)::uuid FROM vacancies.vacancies WHERE duplicate_key IS NOT NULL GROUP BY 1`);
    await store.dataSource.query(`
      INSERT INTO vacancies.vacancy_changes (vacancy_id, revision, at, changed)
      SELECT lpad((n % 100)::text, 32, '0')::uuid, 1000 + n / 100, now(), '{title}'
      FROM generate_series(0, ${ROWS - 1}) n`);
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

    it.each([
      ['changed', 'gone', 100],
      ['unchanged', 'active', 100],
    ] as const)('are amended by looking at their own rows only: %s', async (_kind, state, count) => {
      const amendments = Array.from({ length: count }, (_, n) => anAmendment(idOf(n * 9), state));
      const costs = await costsOf((statements) =>
        new PostgresVacancyRepository(statements, ids).amend(amendments, new Date()),
      );
      for (const { read, sequential } of costs) {
        expect(sequential).toEqual([]);
        expect(read).toBeLessThanOrEqual(2 * count);
      }
    });

    it('are rewritten by looking at their own rows only', async () => {
      const rewrites = batch('other').map((vacancy, n) => ({ ...vacancy, id: idOf(n * 7), revision: 1 }));
      const costs = await costsOf((statements) => new PostgresVacancyRepository(statements, ids).rewrite(rewrites));
      for (const { read, sequential } of costs) {
        expect(sequential).toEqual([]);
        expect(read).toBeLessThanOrEqual(200);
      }
    });

    it('are found with their duplicates by looking at these only', async () => {
      const read = async (id: string) =>
        costsOf(({ dataSource }) => new PostgresVacancyReader(dataSource).duplicatesOf(id, 21));
      for (const cost of [...(await read(idOf(501))), ...(await read(idOf(500)))]) {
        expect(cost.sequential).toEqual([]);
        expect(cost.read).toBeLessThanOrEqual(10);
      }
    });

    it('are held with their duplicates by looking at a few of each group', async () => {
      const wanted = Array.from({ length: 100 }, (_, n) => idOf(n * 10 + 1));
      const [touched] = await costsOf(({ dataSource }) =>
        new PostgresDuplicateGroups(dataSource).hold(wanted, async () => {}),
      );
      expect(touched?.sequential).toEqual([]);
      expect(touched?.read).toBeLessThanOrEqual(400);
      const read = await explain(READ, [wanted.map((_, n) => `${n}`)]);
      expect(read.sequential).toEqual([]);
      expect(read.read).toBeLessThanOrEqual(200);
    });

    it('are found when nobody has seen them for long, in portions, by looking at these only', async () => {
      const unseen = (queryKey: string | null) =>
        costsOf((statements) =>
          new PostgresSweepRepository(statements).unseen(
            { source: 'headhunter', queryKey, before: new Date(Date.now() + 60_000), employers: null },
            ...([50, idOf(500)] as const),
          ),
        );
      for (const { read, sequential } of [...(await unseen(null)), ...(await unseen('a query'))]) {
        expect(sequential).toEqual([]);
        expect(read).toBeLessThanOrEqual(250);
      }
    });

    it('wait to be asked for, and are settled, without a look at others', async () => {
      const runId = idOf(1);
      const wanted = Array.from({ length: 10 }, (_, n) => idOf(n * 9));
      const costs = await costsOf(async (statements) => {
        const inquiries = new PostgresInquiryRepository(statements);
        await inquiries.due(runId, 10);
        await inquiries.setAside(runId, wanted);
        await inquiries.settle(runId, wanted);
      });
      for (const { read, sequential } of costs) {
        expect(sequential).toEqual([]);
        expect(read).toBeLessThanOrEqual(40);
      }
    });

    it('are taken over by another run by looking at a portion of what was left, however many runs there were', async () => {
      const costs = await costsOf((statements) =>
        new PostgresInquiryRepository(statements).adopt({ id: idOf(2), source: 'headhunter' }, 100),
      );
      for (const { read, sequential } of costs) {
        expect(sequential).toEqual([]);
        expect(read).toBeLessThanOrEqual(310);
      }
    });

    it('show a page of their history by looking at that only', async () => {
      const request = { vacancyId: idOf(7), limit: 20 };
      const from = { list: 'vacancies/postgres/vacancy-changes', after: [idOf(7), 1500] };
      for (const each of [request, { ...request, from }]) {
        const costs = await costsOf(({ dataSource }) => new PostgresVacancyHistoryReader(dataSource).changes(each));
        expect(costs).toEqual([{ read: 21, sequential: [] }]);
      }
    });

    it('are read by looking at their own rows only', async () => {
      const wanted = Array.from({ length: 500 }, (_, n) => idOf(n * 9));
      const costs = await costsOf(({ dataSource }) => new PostgresVacancyReader(dataSource).byIds(wanted));
      expect(costs).toEqual([{ read: 1000, sequential: [] }]);
    });
  });

  it('are listed when they are hidden by looking at a page of these only', async () => {
    await store.dataSource.query(`UPDATE vacancies.vacancies SET withheld = 'hidden' WHERE id < $1`, [idOf(5_000)]);
    await store.dataSource.query('ANALYZE vacancies.vacancies');
    const position = { list: 'vacancies/postgres/hidden-vacancies', after: ['2100-01-01T00:00:00.000Z', idOf(500)] };
    for (const from of [undefined, position]) {
      const costs = await costsOf(({ dataSource }) =>
        new PostgresHiddenVacancyReader(dataSource).list({ limit: 20, from }),
      );
      expect(costs).toEqual([{ read: 21, sequential: [] }]);
    }
  });

  it('give their payloads by looking at a page of them only', async () => {
    const page = (after: string | null) =>
      costsOf(({ dataSource }) =>
        new PostgresVacancyPayloads(dataSource).page({ source: 'headhunter', after, limit: 50 }),
      );
    for (const costs of [await page(null), await page(idOf(90_000))]) {
      expect(costs).toEqual([{ read: 50, sequential: [] }]);
    }
  });
});
