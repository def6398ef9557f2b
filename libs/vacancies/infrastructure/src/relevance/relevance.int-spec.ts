import { randomUUID } from 'node:crypto';
import type { Client } from '@elastic/elasticsearch';
import { silentLogger } from '@job-scope/platform-nest';
import { describeWith } from '@job-scope/platform-testing';
import { createElasticsearchClient } from '../elasticsearch/client';
import { ElasticsearchVacancySearchIndexer } from '../elasticsearch/elasticsearch-vacancy-search-indexer';
import { ElasticsearchVacancySearchReader } from '../elasticsearch/elasticsearch-vacancy-search-reader';
import { PostgresVacancySearchIndexer } from '../postgres-search/postgres-vacancy-search-indexer';
import { PostgresVacancySearchReader } from '../postgres-search/postgres-vacancy-search-reader';
import { testStore } from '../postgres/postgres-store.fixture';
import { describeRelevance } from './describe-relevance.fixture';

describe('PostgreSQL', () => {
  const store = testStore();
  const open = async () => ({
    reader: new PostgresVacancySearchReader(store.dataSource),
    indexer: new PostgresVacancySearchIndexer(store.dataSource),
  });
  describeRelevance('PostgreSQL', open, { mean: 0.94, ofEachKind: 0.8 });
});

const onElasticsearch = (getUrl: () => string) => () => {
  const base = `test-${randomUUID()}`;
  let client: Client;

  beforeAll(() => {
    client = createElasticsearchClient(getUrl());
  });
  afterAll(async () => {
    await client.indices.delete({ index: `${base}-*` });
    await client.close();
  });

  const open = async () => {
    const indexer = new ElasticsearchVacancySearchIndexer(client, base);
    await indexer.prepare();
    return { indexer, reader: new ElasticsearchVacancySearchReader(client, silentLogger, base) };
  };
  describeRelevance('Elasticsearch', open, { mean: 0.945, ofEachKind: 0.9 });
};

// Inside a block of its own, so that it cleans up before the server goes.
describeWith('elasticsearch', (getUrl) => describe('Elasticsearch', onElasticsearch(getUrl)));
