import { randomUUID } from 'node:crypto';
import type { Client } from '@elastic/elasticsearch';
import { silentLogger } from '@job-scope/platform-nest';
import { describeWith } from '@job-scope/platform-testing';
import type { Vacancy } from '@job-scope/vacancies-domain';
import { describeVacancySearch, EVERYTHING, toIndex, vacancyToFind } from '@job-scope/vacancies-testing';
import { createElasticsearchClient } from './client';
import { ElasticsearchVacancySearchIndexer } from './elasticsearch-vacancy-search-indexer';
import { ElasticsearchVacancySearchReader } from './elasticsearch-vacancy-search-reader';
import { IndexSet, readAliasOf } from './index-set';
import { INDEX_VERSION } from './search-index';

// On a busy machine starting takes longer than any one test should.
jest.setTimeout(30_000);

/** A score depends on all that is in the index: docs/adr/0026-pages-need-no-point-in-time.md. */
const GAPS = new Set(['neither repeats nor misses a vacancy while others write: by relevance, desc']);

const specOf = (getUrl: () => string) => () => {
  const prefix = `test-${randomUUID()}`;
  const aliasOf = (name: string) => `${prefix}-${name}`;
  let client: Client;
  const indexerOf = (name: string) => new ElasticsearchVacancySearchIndexer(client, aliasOf(name));
  const readerOf = (name: string, maxRanked?: number) =>
    new ElasticsearchVacancySearchReader(client, silentLogger, aliasOf(name), maxRanked);

  beforeAll(async () => {
    client = createElasticsearchClient(getUrl());
    await indexerOf('suite').prepare();
  }, 60_000);
  afterAll(async () => {
    await client.indices.delete({ index: `${prefix}-*` });
    await client.close();
  });

  const open = async () => {
    await client.deleteByQuery({ index: readAliasOf(aliasOf('suite')), query: { match_all: {} }, refresh: true });
    return {
      reader: readerOf('suite'),
      readerEndingAt: (maxRanked: number) => readerOf('suite', maxRanked),
      indexer: indexerOf('suite'),
      poison: (vacancy: Vacancy) => ({
        ...vacancy,
        area: { id: 'longer than any term may be '.repeat(2000), name: '' },
      }),
    };
  };
  describeVacancySearch('Elasticsearch', open, GAPS);

  it('is made once, though many replicas make it at the same moment', async () => {
    await Promise.all(Array.from({ length: 5 }, () => indexerOf('raced').prepare()));
    const { readAlias, writeAlias } = new IndexSet(client, aliasOf('raced'));
    const made = [`${aliasOf('raced')}-v${INDEX_VERSION}-first`];
    for (const name of [readAlias, writeAlias]) {
      expect(Object.keys(await client.indices.getAlias({ name }))).toEqual(made);
    }
  });

  it('V-10: knows a vacancy by its own identifier, and its source by the name that is stored', async () => {
    const vacancy = vacancyToFind();
    await indexerOf('suite').index([toIndex(vacancy)]);
    const document = await client.get<{ source: string }>({ index: readAliasOf(aliasOf('suite')), id: vacancy.id });
    expect(document._source?.source).toBe('headhunter');
  });

  it('takes nothing before it is made, rather than guess at the fields', async () => {
    await expect(indexerOf('unmade').index([toIndex(vacancyToFind())])).rejects.toThrow(aliasOf('unmade'));
    expect(await client.indices.exists({ index: aliasOf('unmade') })).toBe(false);
  });

  it('is unavailable to searches before it is made', async () => {
    const answer = await readerOf('unmade').search(EVERYTHING);
    expect(answer).toEqual({ ok: false, error: { code: 'search.unavailable' } });
  });

  it('refuses a field that its mapping does not know', async () => {
    const stranger = { index: readAliasOf(aliasOf('suite')), document: { id: 'x', surprise: true } };
    await expect(client.index(stranger)).rejects.toThrow('strict_dynamic_mapping_exception');
  });
};

// Inside a block of its own, so that it cleans up before the server goes.
describeWith('elasticsearch', (getUrl) => describe('the search index', specOf(getUrl)));
