import { describeWith, type RunningProcess } from '@job-scope/platform-testing';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from './client.fixture';
import { ClosableProxy } from './closable-proxy.fixture';
import { LocalStack, type Gateway, type RunningStack } from './local-stack.fixture';

const SOME = 200;
/** What the simulator of Trudvsem has. */
const MORE = 500;
const AGREES = { missing: 0, stale: 0, surplus: 0, ahead: 0, refused: 0, waiting: 0 };

interface Total {
  readonly value: number;
}

/** Its name, and that of its indexes, is that of the product: nobody else's may be left there. */
const dropIndexes = (url: string) => fetch(`${url}/vacancies-*`, { method: 'DELETE' });

describeWith('elasticsearch', (elasticsearchUrl) => {
  const stack = new LocalStack();
  let proxy: ClosableProxy;
  let running: RunningStack;
  let worker: RunningProcess;
  /** A gateway that answers searches from Elasticsearch or not at all. */
  let strict: Gateway;
  let client: Client;
  beforeAll(async () => {
    await dropIndexes(elasticsearchUrl());
    proxy = await ClosableProxy.to(elasticsearchUrl());
    const args = ['--no-collect', '--vacancies', String(SOME), '--without', 'vacancy-worker'];
    running = await stack.start(args, { ELASTICSEARCH_URL: proxy.url });
    worker = await stack.startService('vacancy-worker', { SEARCH_FALLBACK: 'off' });
    strict = await stack.startGateway({ SEARCH_FALLBACK: 'off' });
    client = await Client.logIn(running.url, stack.superuserPassword);
  });
  afterAll(async () => {
    await strict?.process.stop();
    await worker?.stop();
    await running?.stop();
    await stack.destroy();
    await proxy?.close();
    await dropIndexes(elasticsearchUrl());
  });

  const search = async (url: string, includeDuplicates = true) => {
    const answer = await fetch(`${url}/api/v1/vacancies/search?limit=1&includeDuplicates=${includeDuplicates}`);
    const { degraded, total, code } = (await answer.json()) as { degraded?: boolean; total?: Total; code?: string };
    return { status: answer.status, again: answer.headers.get('retry-after'), code, degraded, total: total?.value };
  };

  const until = async (isSo: () => Promise<boolean>): Promise<void> => {
    while (!(await isSo())) await delay(100);
  };

  const collect = async (source?: string) =>
    client.runUntil(await client.collect({}, source), ({ status }) => status === 'finished');

  it('V-8, V-12: while Elasticsearch is away PostgreSQL answers and collecting goes on; then all is caught up', async () => {
    expect(await collect()).toMatchObject({ outcome: 'complete', counts: { created: SOME } });
    await until(async () => (await search(strict.url)).total === SOME);
    await until(async () => (await search(running.url)).degraded === false);
    const { total } = await search(strict.url, false);

    await proxy.close();
    expect(await search(running.url)).toMatchObject({ status: 200, degraded: true, total: SOME });
    expect(await search(strict.url)).toMatchObject({ status: 503, code: 'search.unavailable', again: '5' });
    const { body: counts } = await client.get('/api/v1/statistics/vacancies?by=source');
    expect(counts).toMatchObject({ exact: true, total });
    expect(await collect('trudvsem')).toMatchObject({ outcome: 'complete', counts: { created: MORE } });
    await until(async () => (await search(running.url)).total === SOME + MORE);
    expect(await search(running.url)).toMatchObject({ status: 200, degraded: true });

    await proxy.open();
    await until(async () => (await search(running.url)).degraded === false);
    await until(async () => (await search(strict.url)).total === SOME + MORE);
    for (const engine of ['elasticsearch', 'postgres']) {
      expect(await client.checkIndex(engine)).toMatchObject({ status: 'succeeded', drift: AGREES });
    }
  });
});
