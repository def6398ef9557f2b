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
import { RealIndexing, type Database, type EngineUnderTest } from './indexing.fixture';

export interface IndexingUnderTest {
  readonly dataSource: Database;
  readonly engine: EngineUnderTest;
  readonly indexing: RealIndexing;
}

export const postgresEngine = (database: Database): EngineUnderTest => ({
  engine: 'postgres',
  indexer: new PostgresVacancySearchIndexer(database),
  administration: new PostgresVacancySearchAdministration(database),
  reader: new PostgresVacancySearchReader(database),
});

/** Registers a suite for each engine, on the same real database. Every test begins without vacancies and with a new index. */
export const describeBothEngines = (suite: (underTest: () => IndexingUnderTest) => void): void => {
  const database = testPostgres();
  let dataSource: Database;
  beforeAll(async () => {
    await migrateForTests(database.url, vacanciesMigrations);
    dataSource = await createDataSource({ url: database.url, applicationName: 'both-engines-spec' });
  }, 60_000);
  afterAll(() => dataSource.destroy());

  const on = (openEngine: () => EngineUnderTest): void => {
    let underTest: IndexingUnderTest;
    beforeEach(async () => {
      await dataSource.query(`TRUNCATE vacancies.vacancies, vacancies.outbox, vacancies.index_operations,
        vacancies.index_refusals, vacancies.duplicate_groups CASCADE`);
      const engine = openEngine();
      await engine.administration.drop();
      const indexing = new RealIndexing(dataSource, database.url, engine);
      await indexing.prepare();
      underTest = { dataSource, engine, indexing };
    });
    suite(() => underTest);
  };

  describe('with postgres', () => on(() => postgresEngine(dataSource)));

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
    on(() => ({
      engine: 'elasticsearch',
      indexer: new ElasticsearchVacancySearchIndexer(client, base),
      administration: new ElasticsearchVacancySearchAdministration(client, base),
      reader: new ElasticsearchVacancySearchReader(client, silentLogger, base),
    }));
  });
};
