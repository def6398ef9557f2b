import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createDataSource, silentLogger } from '@job-scope/platform-nest';
import { migrateForTests, testPostgres } from '@job-scope/platform-testing';
import { EVERYTHING, toIndex, vacancyToFind } from '@job-scope/vacancies-testing';
import { createElasticsearchClient } from '../elasticsearch';
import { vacanciesMigrations } from '../migrations';
import { PostgresVacancySearchIndexer } from '../postgres-search';
import { SearchEngines } from './search-engines';

// On a busy machine starting takes longer than any one test should.
jest.setTimeout(60_000);

const database = testPostgres();
let dataSource: Awaited<ReturnType<typeof createDataSource>>;
const vacancy = vacancyToFind({ title: 'cook' });

/** Takes requests, and answers none. */
let hanging: Server;
let asked = 0;

beforeAll(async () => {
  await migrateForTests(database.url, vacanciesMigrations);
  dataSource = await createDataSource({ url: database.url, applicationName: 'fallback-spec' });
  await new PostgresVacancySearchIndexer(dataSource).index([toIndex(vacancy), toIndex(vacancyToFind())]);
}, 60_000);
afterAll(() => dataSource.destroy());

beforeEach(async () => {
  asked = 0;
  hanging = createServer(() => (asked += 1)).listen(0, '127.0.0.1');
  await new Promise((resolve) => hanging.once('listening', resolve));
});
afterEach(async () => {
  hanging.closeAllConnections();
  await new Promise((resolve) => hanging.close(resolve));
});

const connect = (searchFallback: 'on' | 'off', port = (hanging.address() as AddressInfo).port) => {
  const client = createElasticsearchClient(`http://127.0.0.1:${port}`);
  const search = new SearchEngines(dataSource, client).reader({ searchFallback }, silentLogger);
  return { search, close: () => client.close() };
};

describe('V-12: with Elasticsearch away', () => {
  it.each(['hangs', 'is down'])('when it %s, PostgreSQL answers, and the answer says so', async (how) => {
    const { search, close } = connect('on', how === 'is down' ? 9 : undefined);
    const answers = [];
    for (let count = 0; count < 5; count += 1) answers.push(await search.search({ ...EVERYTHING, text: 'cook' }));
    for (const answer of answers) {
      expect(answer).toMatchObject({ ok: true, value: { degraded: true, items: [{ id: vacancy.id }] } });
    }
    expect(asked).toBe(how === 'hangs' ? 3 : 0);
    await close();
  });

  it('PostgreSQL goes on with its own lists, and refuses those of Elasticsearch', async () => {
    const { search, close } = connect('on', 9);
    const first = await search.search({ ...EVERYTHING, limit: 1 });
    const next = first.ok ? first.value.next : undefined;
    expect(await search.search({ ...EVERYTHING, limit: 1, from: next })).toMatchObject({ ok: true });
    const from = { list: 'vacancies/elasticsearch-v2/published', after: next?.after ?? [] };
    const expired = { ok: false, error: { code: 'search.cursor-expired' } };
    expect(await search.search({ ...EVERYTHING, from })).toEqual(expired);
    await close();
  });

  it('search is unavailable if it may not fall back', async () => {
    const { search, close } = connect('off', 9);
    expect(await search.search(EVERYTHING)).toEqual({ ok: false, error: { code: 'search.unavailable' } });
    await close();
  });
});
