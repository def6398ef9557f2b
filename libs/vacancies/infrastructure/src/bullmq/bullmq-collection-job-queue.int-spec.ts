import { createRedis } from '@job-scope/platform-nest';
import { describeWith, testPostgres } from '@job-scope/platform-testing';
import { collectionQueueOf, parseCollectionJob } from '@job-scope/vacancies-contracts';
import {
  describeCollectionJobQueue,
  type CollectionJobQueueHarness,
  type QueuedJob,
} from '@job-scope/vacancies-testing';
import { Queue, UnrecoverableError, Worker, type Job } from 'bullmq';
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
  const eachWaiting = async (end: (job: Job) => Promise<unknown>) => {
    const worker = new Worker(NAME, null, { ...backend.consumer, autorun: false });
    for (;;) {
      const job = await worker.getNextJob('token', { block: false });
      if (!job) break;
      await end(job);
    }
    await worker.close();
  };
  return {
    queue,
    queued: async () => (await inside.getWaiting()).map(({ data }) => readJob(data)),
    complete: () => eachWaiting((job) => job.moveToCompleted('done', 'token', false)),
    fail: (detail) => eachWaiting((job) => job.moveToFailed(new UnrecoverableError(detail), 'token', false)),
    forget: () => inside.obliterate({ force: true }),
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
  const connect = async (onRisk: (message: string) => void = () => undefined) => {
    const redis = createRedis(getUrl(), 'test');
    const options = { redisUrl: getUrl(), applicationName: 'test', onRisk };
    return { redis, backend: await redisQueues(redis, options).finally(() => redis.disconnect()) };
  };

  /** The answers of Redis while it is configured otherwise. */
  const configured = async (name: string, value: string, work: () => Promise<void>): Promise<void> => {
    const redis = createRedis(getUrl(), 'test');
    const [, before = ''] = (await redis.config('GET', name)) as string[];
    await redis.config('SET', name, value);
    await work();
    await redis.config('SET', name, before);
    redis.disconnect();
  };

  describeCollectionJobQueue('BullMqCollectionJobQueue', async () => openOn((await connect()).backend));

  it('refuses a Redis that may forget jobs', () =>
    configured('maxmemory-policy', 'allkeys-lru', () =>
      expect(connect()).rejects.toThrow('its maxmemory-policy is allkeys-lru, set it to noeviction'),
    ));

  it('tells of a Redis that forgets its last jobs in a crash, and of no other', async () => {
    const risks: string[] = [];
    await connect((message) => risks.push(message));
    expect(risks).toEqual([expect.stringContaining('set its appendonly to yes')]);
    await configured('appendonly', 'yes', async () => void (await connect((message) => risks.push(message))));
    expect(risks).toHaveLength(1);
  });

  it('keeps its keys apart from those of others in the same Redis', async () => {
    const { backend } = await connect();
    const queue = new Queue('prefix-spec', backend.producer);
    await queue.add('any', {});
    const redis = createRedis(getUrl(), 'test');
    const keys = await redis.keys('*prefix-spec*');
    await queue.obliterate();
    await queue.close();
    redis.disconnect();
    expect(keys.length).toBeGreaterThan(0);
    expect(keys.filter((key) => !key.startsWith('job-scope:'))).toEqual([]);
  });
});
