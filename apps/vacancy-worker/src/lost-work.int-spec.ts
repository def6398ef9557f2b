import { createDataSource, UuidV7Generator } from '@job-scope/platform-nest';
import { describeWith, migrateForTests, testPostgres } from '@job-scope/platform-testing';
import {
  BullMqCollectionJobQueue,
  migrateQueue,
  postgresQueues,
  redisBackend,
  type QueueBackend,
} from '@job-scope/vacancies-infrastructure/bullmq';
import { vacanciesMigrations } from '@job-scope/vacancies-infrastructure/migrations';
import { PostgresCollectionRunReader, PostgresVacancyUnitOfWork } from '@job-scope/vacancies-infrastructure/postgres';
import { aRun, aWindow } from '@job-scope/vacancies-testing';
import { UnrecoverableError, Worker } from 'bullmq';
import { setTimeout as delay } from 'node:timers/promises';
import { CollectingWorker } from './collecting-worker.fixture';
import { SimulatedSource } from './simulated-source.fixture';

/* What runs wait for in vain is found by the next worker, on every server that has queues. */

// Real servers on a busy machine take longer than any one test should.
jest.setTimeout(120_000);

const SOURCE = 'trudvsem';
const QUEUE = 'collect-trudvsem';
const SIZE = 5;
const POLL_EVERY_MS = 25;

const database = testPostgres();
let data: Awaited<ReturnType<typeof createDataSource>>;
let source: SimulatedSource;

beforeAll(async () => {
  await migrateForTests(database.url, vacanciesMigrations);
  await migrateQueue(database.url, { workers: [], readers: [] });
  data = await createDataSource({ url: database.url, applicationName: 'lost-work-spec' });
  source = await SimulatedSource.start(SOURCE, SIZE);
});
afterAll(async () => {
  await source.stop();
  await data.destroy();
});

/** A run under way with one window, which nothing announces. */
const aPlannedRun = async () => {
  const run = aRun({ source: SOURCE });
  const window = aWindow({ runId: run.id });
  await new PostgresVacancyUnitOfWork(data, new UuidV7Generator()).run(async ({ collections }) => {
    await collections.addRun(run);
    await collections.startRun(run.id, new Date(), 1_000);
    await collections.addWindows([window]);
  });
  return { runId: run.id, windowId: window.id };
};

/** How the run ends once a worker is there. */
const endOf = async (runId: string, redisUrl?: string) => {
  await data.query('DELETE FROM vacancies.refreshes');
  const worker = await CollectingWorker.start(data, database.url, { trudvsem: source }, { redisUrl });
  try {
    for (;;) {
      const run = await new PostgresCollectionRunReader(data).byId(runId);
      if (run?.status === 'finished') return run;
      await delay(POLL_EVERY_MS);
    }
  } finally {
    await worker.close();
  }
};

const describeRecovery = (connect: () => QueueBackend, redisUrl: () => string | undefined) => {
  it('C-3: ends the run of a worker that died after its job had failed for good', async () => {
    const backend = connect();
    const { runId, windowId } = await aPlannedRun();
    const queue = new BullMqCollectionJobQueue(backend, () => undefined);
    await queue.add({ kind: 'window', source: SOURCE, runId, windowId }, null);
    await queue.close();
    const dying = new Worker(QUEUE, null, { ...backend.consumer, autorun: false });
    const job = await dying.getNextJob('token', { block: false });
    await job?.moveToFailed(new UnrecoverableError('a bug'), 'token', false);
    await dying.close();

    const reason = 'a window could not be collected: a bug';
    expect(await endOf(runId, redisUrl())).toMatchObject({ outcome: 'failed', reason });
    const letters = 'SELECT window_id, reason, detail, attempts FROM vacancies.dead_letters WHERE run_id = $1';
    expect(await data.query(letters, [runId])).toEqual([
      { window_id: windowId, reason: 'job.failed', detail: 'a bug', attempts: 1 },
    ]);
  });

  it('C-3: collects a window whose job is lost', async () => {
    const { runId } = await aPlannedRun();
    expect(await endOf(runId, redisUrl())).toMatchObject({ outcome: 'complete', counts: { fetched: SIZE } });
  });
};

describe('on PostgreSQL', () => {
  describeRecovery(
    () => postgresQueues(database.url, 'test'),
    () => undefined,
  );
});

describeWith('redis', (getUrl) => {
  describeRecovery(() => redisBackend(getUrl(), 'test'), getUrl);
});
