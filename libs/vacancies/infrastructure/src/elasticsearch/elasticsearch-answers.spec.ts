import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Client } from '@elastic/elasticsearch';
import { silentLogger } from '@job-scope/platform-nest';
import { EVERYTHING, toIndex, vacancyToFind } from '@job-scope/vacancies-testing';
import { createElasticsearchClient } from './client';
import { ElasticsearchVacancySearchIndexer } from './elasticsearch-vacancy-search-indexer';
import { ElasticsearchVacancySearchReader } from './elasticsearch-vacancy-search-reader';
import { INDEX_VERSION } from './search-index';

/** Speaks as Elasticsearch does on a bad day; an answer of `undefined` never comes. */
let answer: { status: number; body: unknown } | undefined;
/** What is behind an alias, on good days and bad. */
const INDEXES = { status: 200, body: { [`vacancies-v${INDEX_VERSION}-first`]: { aliases: {} } } };
/** What was asked last, as a URL. */
let asked: URL | undefined;
let server: Server;
let client: Client;

beforeEach(async () => {
  server = createServer((request, response) => {
    request.resume();
    asked = new URL(request.url ?? '', 'http://engine');
    if (!answer) return;
    const type = 'application/vnd.elasticsearch+json;compatible-with=8';
    const { status, body } = request.url?.startsWith('/_alias/') ? INDEXES : answer;
    response.writeHead(status, { 'content-type': type, 'x-elastic-product': 'Elasticsearch' });
    response.end(JSON.stringify(body));
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  client = createElasticsearchClient(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});

afterEach(async () => {
  await client.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const search = () => new ElasticsearchVacancySearchReader(client, silentLogger).search(EVERYTHING);
const UNAVAILABLE = { ok: false, error: { code: 'search.unavailable' } };

describe('V-12: a search', () => {
  it.each([404, 429, 500, 502, 503])('is unavailable on an answer of %d', async (status) => {
    answer = { status, body: { error: { type: 'a_bad_day', reason: 'out of order' }, status } };
    expect(await search()).toEqual(UNAVAILABLE);
  });

  it('is unavailable when nobody listens', async () => {
    await new Promise((resolve) => server.close(resolve));
    expect(await search()).toEqual(UNAVAILABLE);
  });

  it('is unavailable when no answer comes', async () => {
    answer = undefined;
    expect(await search()).toEqual(UNAVAILABLE);
  });

  it('throws on a request that Elasticsearch does not understand: that is our mistake, not its absence', async () => {
    answer = { status: 400, body: { error: { type: 'parsing_exception', reason: 'unknown field' }, status: 400 } };
    await expect(search()).rejects.toThrow('parsing_exception');
  });
});

describe('the pages of a text', () => {
  const copyAskedFor = async (text: string, page = 1) => {
    const from = {
      list: `vacancies/elasticsearch-v${INDEX_VERSION}/relevance-desc`,
      after: [1.5, vacancyToFind().id, 1],
    };
    const request = { ...EVERYTHING, text, sort: 'relevance' as const, ...(page > 1 && { from }) };
    answer = { status: 200, body: { hits: { total: { value: 0, relation: 'eq' }, hits: [] } } };
    expect(await new ElasticsearchVacancySearchReader(client, silentLogger).search(request)).toMatchObject({
      ok: true,
    });
    return asked?.searchParams.get('preference');
  };

  it('V-13: come from one copy of the index, as copies score apart', async () => {
    const copy = await copyAskedFor('повар');
    expect(copy).toMatch(/^[\da-f]{64}$/);
    expect(await copyAskedFor('повар', 2)).toBe(copy);
    expect(await copyAskedFor('врач')).not.toBe(copy);
  });
});

describe('indexing', () => {
  const vacancy = vacancyToFind();
  const indexer = () => new ElasticsearchVacancySearchIndexer(client);
  const bulk = (status: number, error?: object) => ({
    status: 200,
    body: {
      errors: Boolean(error),
      took: 1,
      items: [{ index: { _index: 'vacancies-v1', _id: vacancy.id, status, error } }],
    },
  });

  it('throws when the engine is too busy for an item, so that the batch comes again', async () => {
    answer = bulk(429, { type: 'es_rejected_execution_exception', reason: 'queue is full' });
    await expect(indexer().index([toIndex(vacancy)])).rejects.toThrow('queue is full');
  });

  it('says why a document was refused, with the cause beneath', async () => {
    const cause = { type: 'illegal_argument_exception', reason: 'not a number' };
    answer = bulk(400, { type: 'document_parsing_exception', reason: 'failed to parse', caused_by: cause });
    const reason = 'document_parsing_exception: failed to parse: not a number';
    expect(await indexer().index([toIndex(vacancy)])).toEqual(new Map([[vacancy.id, reason]]));
  });

  it('takes a conflict for what it is: a newer revision is there', async () => {
    answer = bulk(409, { type: 'version_conflict_engine_exception', reason: 'current version [2] is higher' });
    expect(await indexer().index([toIndex(vacancy)])).toEqual(new Map());
  });
});
