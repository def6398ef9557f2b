import { createRedis } from '@job-scope/platform-nest';
import { describeWith, testPostgres } from '@job-scope/platform-testing';
import { collectionQueueOf, parseCollectionJob } from '@job-scope/vacancies-contracts';
import {
  describeCollectionJobQueue,
  type CollectionJobQueueHarness,
  type QueuedJob,
} from '@job-scope/vacancies-testing';
import { Queue, Worker } from 'bullmq';
import { BullMqCollectionJobQueue } from './bullmq-collection-job-queue';
import { migrateQueue } from './migrate-queue';
import { postgresQueues, redisQueues, type QueueBackend } from './queue-backend';

// Real servers on a busy machine take longer than any one test should.
jest.setTimeout(60_000);

const NAME = collectionQueueOf('headhunter');

const readJob = (data: unknown): QueuedJob => {
  const payload = parseCollectionJob(data);
  if (!payload) throw new Error('not a job');
  const { kind, runId, windowId, traceparent } = payload;
  const run = { source: 'headhunter', runId } as const;
  return { job: kind === 'plan' ? { ...run, kind } : { ...run, kind, windowId }, traceparent };
};

const openOn = (backend: QueueBackend): CollectionJobQueueHarness & { close(): Promise<void> } => {
  const fail = (error: Error) => {
    throw error;
  };
  const queue = new BullMqCollectionJobQueue(backend, fail);
  const inside = new Queue(NAME, backend.producer);
  return {
    queue,
    queued: async () => (await inside.getWaiting()).map(({ data }) => readJob(data)),
    complete: async () => {
      const worker = new Worker(NAME, null, { ...backend.consumer, autorun: false });
      for (;;) {
        const job = await worker.getNextJob('token', { block: false });
        if (!job) break;
        await job.moveToCompleted('done', 'token', false);
      }
      await worker.close();
    },
    close: async () => {
      await inside.obliterate({ force: true });
      await Promise.all([inside.close(), queue.close()]);
    },
  };
};

describe('on PostgreSQL', () => {
  const database = testPostgres();
  beforeAll(() => migrateQueue(database.url, { workers: [], readers: [] }));

  describeCollectionJobQueue('BullMqCollectionJobQueue', async () => openOn(postgresQueues(database.url, 'test')));

  it('can be migrated again, and by several processes at once', async () => {
    await expect(
      Promise.all([1, 2, 3].map(() => migrateQueue(database.url, { workers: [], readers: [] }))),
    ).resolves.toHaveLength(3);
  });
});

describeWith('redis', (getUrl) => {
  const connect = async () => {
    const redis = createRedis(getUrl(), 'test');
    return { redis, backend: await redisQueues(redis, getUrl(), 'test').finally(() => redis.disconnect()) };
  };

  describeCollectionJobQueue('BullMqCollectionJobQueue', async () => openOn((await connect()).backend));

  it('refuses a Redis that may forget jobs', async () => {
    const redis = createRedis(getUrl(), 'test');
    await redis.config('SET', 'maxmemory-policy', 'allkeys-lru');
    await expect(connect()).rejects.toThrow('its maxmemory-policy is allkeys-lru, set it to noeviction');
    await redis.config('SET', 'maxmemory-policy', 'noeviction');
    redis.disconnect();
  });
});
