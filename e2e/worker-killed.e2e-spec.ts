import type { RunningProcess } from '@job-scope/platform-testing';
import { Client } from './client.fixture';
import { LocalStack, type RunningStack } from './local-stack.fixture';

const VACANCIES = 3_000;

describe('a worker that is killed in the middle of a collection', () => {
  const stack = new LocalStack();
  let running: RunningStack;
  let worker: RunningProcess | undefined;
  beforeAll(async () => {
    running = await stack.start(['--no-collect', '--vacancies', String(VACANCIES), '--without', 'vacancy-worker']);
  });
  afterAll(async () => {
    await worker?.stop();
    await running?.stop();
    await stack.destroy();
  });

  /** Slow enough to be killed on the way; so slow it would take minutes to ask for each vacancy alone. */
  const startWorker = () =>
    stack.startService('vacancy-worker', { HEADHUNTER_REQUESTS_PER_SECOND: '10', HEADHUNTER_FETCH_DETAILS: 'false' });

  it('leaves every vacancy stored once and searchable when it starts again', async () => {
    const client = await Client.logIn(running.url, stack.superuserPassword);
    worker = await startWorker();
    const path = await client.collect();
    await client.runUntil(path, ({ counts }) => counts.fetched > 0);
    await worker.stop('SIGKILL');
    const cut = await client.get(path).expect(200);
    worker = await startWorker();
    const run = await client.runUntil(path, ({ status }) => status === 'finished');
    await client.untilSearchable(VACANCIES);

    expect(cut.body).toMatchObject({ status: 'collecting' });
    expect(run).toMatchObject({ outcome: 'complete', found: VACANCIES });
    const found = await client.everything();
    expect(new Set(found.map(({ sourceId }) => sourceId)).size).toBe(VACANCIES);
    expect(found).toHaveLength(VACANCIES);
  });
});
