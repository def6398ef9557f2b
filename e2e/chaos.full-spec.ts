import type { RunningProcess } from '@job-scope/platform-testing';
import { Client } from './client.fixture';
import { LocalStack, type RunningStack } from './local-stack.fixture';

const VACANCIES = 5_000;
/** Each time so many more have been fetched, the worker dies. */
const STEP = 800;
const DEATHS = 5;

describe(`a collection whose worker is killed ${DEATHS} times`, () => {
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

  /** So slow it would take an hour to ask for each vacancy alone. */
  const startWorker = (requestsPerSecond: string) =>
    stack.startService('vacancy-worker', {
      HEADHUNTER_REQUESTS_PER_SECOND: requestsPerSecond,
      HEADHUNTER_FETCH_DETAILS: 'false',
    });

  it('ends complete, with exact counts, and everything stored once and searchable', async () => {
    const client = await Client.logIn(running.url, stack.superuserPassword);
    const path = await client.collect();
    for (let death = 1; death <= DEATHS; death++) {
      worker = await startWorker('15');
      await client.runUntil(path, ({ counts }) => counts.fetched >= death * STEP);
      await worker.stop('SIGKILL');
    }
    worker = await startWorker('100');
    const run = await client.runUntil(path, ({ status }) => status === 'finished');
    await client.untilSearchable(VACANCIES);
    const found = await client.everything();

    expect(run).toMatchObject({ outcome: 'complete', counts: { fetched: VACANCIES, created: VACANCIES, changed: 0 } });
    expect(new Set(found.map(({ sourceId }) => sourceId)).size).toBe(VACANCIES);
    expect(found).toHaveLength(VACANCIES);
  }, 300_000);
});
