import { randomUUID } from 'node:crypto';
import { createDataSource, silentLogger } from '@job-scope/platform-nest';
import { describeWith, migrateForTests, testPostgres } from '@job-scope/platform-testing';
import {
  createElasticsearchClient,
  ElasticsearchVacancySearchAdministration,
  ElasticsearchVacancySearchIndexer,
  ElasticsearchVacancySearchReader,
} from '@job-scope/vacancies-infrastructure/elasticsearch';
import { vacanciesMigrations } from '@job-scope/vacancies-infrastructure/migrations';
import {
  PostgresVacancySearchAdministration,
  PostgresVacancySearchIndexer,
  PostgresVacancySearchReader,
} from '@job-scope/vacancies-infrastructure/postgres-search';
import { RealIndexing, range, type EngineUnderTest } from './indexing.fixture';

// Each test fills an index; on a busy machine that takes longer than a test usually may.
jest.setTimeout(120_000);

const STORED = 1_100;
const MOST_PENDING = 500;
const AGREES = { missing: 0, stale: 0, surplus: 0, ahead: 0, refused: 0, waiting: 0, repaired: 0, samples: {} };

const database = testPostgres();
let dataSource: Awaited<ReturnType<typeof createDataSource>>;
beforeAll(async () => {
  await migrateForTests(database.url, vacanciesMigrations);
  dataSource = await createDataSource({ url: database.url, applicationName: 'rebuild-spec' });
}, 60_000);
afterAll(() => dataSource.destroy());

const rebuilding = (openEngine: () => EngineUnderTest) => () => {
  let indexing: RealIndexing;
  let engine: EngineUnderTest;

  beforeEach(async () => {
    await dataSource.query(`TRUNCATE vacancies.vacancies, vacancies.outbox, vacancies.index_operations,
      vacancies.index_refusals, vacancies.duplicate_groups CASCADE`);
    engine = openEngine();
    await engine.administration.drop();
    indexing = new RealIndexing(dataSource, database.url, engine);
    await indexing.prepare();
    await indexing.store(range(STORED), 'cook');
    await indexing.drain();
    await engine.indexer.refresh();
  });

  it('V-8: a rebuild while vacancies are collected fails no search, and index and database agree at the end', async () => {
    const id = await indexing.request('rebuild');
    let done = false;
    let round = 0;
    const write = async () => {
      while (!done) {
        // A writer who never waits for the relay leaves it ever more to deliver afterwards.
        if ((await indexing.pending()) > MOST_PENDING) continue;
        await indexing.store(range(50, (round * 37) % STORED), `round ${round}`);
        await indexing.store(range(10, STORED + round * 10), 'new');
        round += 1;
      }
    };
    const relay = async () => {
      const deliver = indexing.relay();
      while (!done) await deliver();
    };
    const seen: number[] = [];
    const search = async () => {
      while (!done) seen.push(await indexing.found());
    };
    const around = [write(), relay(), search()];
    const rebuild = await indexing.finish(id).finally(() => (done = true));
    await Promise.all(around);
    expect(rebuild).toMatchObject({ status: 'succeeded', failure: null });
    expect(round).toBeGreaterThan(1);
    expect(Math.min(...seen)).toBeGreaterThanOrEqual(STORED);

    await indexing.drain();
    await engine.indexer.refresh();
    expect(await indexing.check()).toEqual(AGREES);
    expect(await indexing.found()).toBe(STORED + round * 10);
  });

  it('two workers share a rebuild, and what one leaves in the middle of a step the other does again', async () => {
    const id = await indexing.request('rebuild');
    const { unitOfWork } = indexing;
    const dying = Object.assign(Object.create(unitOfWork) as typeof unitOfWork, {
      run: (work: Parameters<typeof unitOfWork.run>[0]) =>
        unitOfWork.run(async (tx) => {
          await work(tx);
          throw new Error('killed before the commit');
        }),
    });
    const [one, other] = [indexing.advancer(), indexing.advancer()];
    while ((await indexing.operation(id)).finishedAt === null) {
      await expect(indexing.advancer(dying).execute()).rejects.toThrow('killed');
      await Promise.all([one.execute(), other.execute()]);
    }
    expect(await indexing.operation(id)).toMatchObject({ status: 'succeeded', processed: STORED });
    await engine.indexer.refresh();
    expect(await indexing.check()).toEqual(AGREES);
  });

  it('a check finds what was lost or left over, and repairs it', async () => {
    const [first, second] = await engine.administration.revisionsAfter(null, 2);
    await engine.indexer.remove([first!.id]);
    await indexing.store([700, 800], 'changed');
    const messages = await dataSource.query<{ id: string }[]>('SELECT aggregate_id AS id FROM vacancies.outbox');
    await dataSource.query('DELETE FROM vacancies.outbox');
    await dataSource.query('DELETE FROM vacancies.vacancy_sightings WHERE vacancy_id = $1', [second!.id]);
    await dataSource.query('DELETE FROM vacancies.vacancies WHERE id = $1', [second!.id]);
    await engine.indexer.refresh();
    const stale = messages.map(({ id }) => id);
    const found = { ...AGREES, missing: 1, stale: 2, surplus: 1 };
    const samples = { missing: [first!.id], stale: expect.arrayContaining(stale), surplus: [second!.id] };
    expect(await indexing.check()).toEqual({ ...found, samples });
    expect(await indexing.check(true)).toEqual({ ...found, samples, repaired: 4 });
    await engine.indexer.refresh();
    expect(await indexing.check()).toEqual(AGREES);
  });
};

describe('PostgreSQL', () => {
  describe(
    'administered',
    rebuilding(() => ({
      engine: 'postgres',
      indexer: new PostgresVacancySearchIndexer(dataSource),
      administration: new PostgresVacancySearchAdministration(dataSource),
      reader: new PostgresVacancySearchReader(dataSource),
    })),
  );
});

describeWith('elasticsearch', (getUrl) => {
  let client: ReturnType<typeof createElasticsearchClient>;
  const base = `test-${randomUUID()}`;
  beforeAll(() => {
    client = createElasticsearchClient(getUrl());
  });
  afterAll(async () => {
    await new ElasticsearchVacancySearchAdministration(client, base).drop();
    await client.close();
  });

  describe(
    'administered',
    rebuilding(() => ({
      engine: 'elasticsearch',
      indexer: new ElasticsearchVacancySearchIndexer(client, base),
      administration: new ElasticsearchVacancySearchAdministration(client, base),
      reader: new ElasticsearchVacancySearchReader(client, silentLogger, base),
    })),
  );
});
