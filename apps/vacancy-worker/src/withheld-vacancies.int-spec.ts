import { randomUUID } from 'node:crypto';
import { createDataSource, silentLogger, SystemClock } from '@job-scope/platform-nest';
import { describeWith, migrateForTests, testPostgres } from '@job-scope/platform-testing';
import { DeleteVacancy, HideVacancy, ShowVacancy } from '@job-scope/vacancies-application';
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
import type { VacancySearchIndexer } from '@job-scope/vacancies-ports';
import { EVERYTHING } from '@job-scope/vacancies-testing';
import { RealIndexing, range, type EngineUnderTest } from './indexing.fixture';

jest.setTimeout(120_000);

const database = testPostgres();
let dataSource: Awaited<ReturnType<typeof createDataSource>>;
beforeAll(async () => {
  await migrateForTests(database.url, vacanciesMigrations);
  dataSource = await createDataSource({ url: database.url, applicationName: 'withheld-spec' });
}, 60_000);
afterAll(() => dataSource.destroy());

const requester = {
  userId: '01900000-0000-7000-8000-0000000000aa',
  client: { ip: '127.0.0.1', userAgent: null },
};

const withholding = (openEngine: () => EngineUnderTest) => () => {
  let indexing: RealIndexing;
  let engine: EngineUnderTest;
  /** What a superuser does once when an indexer has read what it is to write. */
  let meanwhile: (() => Promise<void>) | undefined;

  const interrupted = (indexer: VacancySearchIndexer): VacancySearchIndexer => {
    const index: VacancySearchIndexer['index'] = async (entries) => {
      const act = meanwhile;
      meanwhile = undefined;
      await act?.();
      return indexer.index(entries);
    };
    return Object.assign(Object.create(indexer) as VacancySearchIndexer, { index });
  };

  beforeEach(async () => {
    await dataSource.query(`TRUNCATE vacancies.vacancies, vacancies.outbox, vacancies.index_operations,
      vacancies.index_refusals, vacancies.duplicate_groups CASCADE`);
    const opened = openEngine();
    engine = { ...opened, indexer: interrupted(opened.indexer) };
    await engine.administration.drop();
    indexing = new RealIndexing(dataSource, database.url, engine);
    await indexing.prepare();
    await indexing.store(range(3), 'cook');
    await settle();
  });

  const settle = async () => {
    await indexing.drain();
    await engine.indexer.refresh();
  };

  const found = async (): Promise<readonly string[]> => {
    const answer = await engine.reader.search({ ...EVERYTHING, limit: 9, includeArchived: true, sort: 'id' });
    if (!answer.ok) throw new Error(answer.error.code);
    return answer.value.items.map(({ id }) => id).sort();
  };

  const act = async (UseCase: typeof HideVacancy | typeof ShowVacancy | typeof DeleteVacancy, id: string) => {
    const done = await new UseCase(indexing.unitOfWork, new SystemClock()).execute({
      ...{ requester, id, expectedRevision: undefined },
    });
    expect(done.ok).toBe(true);
    await settle();
  };

  it('V-9: what superusers hide, show and delete reaches the index, and no collection or rebuild undoes it', async () => {
    const [hidden = '', deleted = '', other = ''] = await found();
    await act(HideVacancy, hidden);
    await act(DeleteVacancy, deleted);
    expect(await found()).toEqual([other]);

    await indexing.store(range(3), 'chef');
    await settle();
    expect(await found()).toEqual([other]);

    expect(await indexing.finish(await indexing.request('rebuild'))).toMatchObject({ status: 'succeeded' });
    await engine.indexer.refresh();
    expect(await found()).toEqual([other]);
    expect(await indexing.check()).toMatchObject({ missing: 0, stale: 0, surplus: 0 });

    await act(ShowVacancy, hidden);
    expect(await found()).toEqual([hidden, other].sort());
  });

  it.each(['rebuild', 'check'] as const)(
    'V-9: what is hidden in the middle of a %s does not come back',
    async (kind) => {
      const [hidden = '', ...others] = await found();
      await engine.indexer.remove([hidden]);
      await engine.indexer.refresh();
      meanwhile = () => act(HideVacancy, hidden);
      expect(await indexing.finish(await indexing.request(kind, true))).toMatchObject({ status: 'succeeded' });
      await engine.indexer.refresh();
      expect(await found()).toEqual(others);
      expect(meanwhile).toBeUndefined();
    },
  );
};

describe('PostgreSQL', () => {
  describe(
    'searched',
    withholding(() => ({
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
    'searched',
    withholding(() => ({
      engine: 'elasticsearch',
      indexer: new ElasticsearchVacancySearchIndexer(client, base),
      administration: new ElasticsearchVacancySearchAdministration(client, base),
      reader: new ElasticsearchVacancySearchReader(client, silentLogger, base),
    })),
  );
});
