import { createRedis } from '@job-scope/platform-nest';
import { describeWith, testPostgres } from '@job-scope/platform-testing';
import Fastify, { type FastifyInstance } from 'fastify';
import { Client } from 'pg';
import { BullMqCollectionJobQueue, migrateQueue, postgresQueues, redisQueues, type QueueBackend } from '../bullmq';
import { QueueBoard } from './queue-board';

// Real servers on a busy machine take longer than any one test should.
jest.setTimeout(60_000);

const RUN = '019b0000-0000-7000-8000-000000000001';
const JOB = `plan-${RUN}`;
const fail = (error: Error) => {
  throw error;
};

/** The same on every server that BullMQ can run on. `reader` is what the board may use. */
const describeBoard = (name: string, backends: () => Promise<{ worker: QueueBackend; reader: QueueBackend }>) =>
  describe(name, () => {
    let queue: BullMqCollectionJobQueue;
    let board: QueueBoard;
    let server: FastifyInstance;
    beforeAll(async () => {
      const { worker, reader } = await backends();
      queue = new BullMqCollectionJobQueue(worker, fail);
      await queue.add({ kind: 'plan', source: 'headhunter', runId: RUN }, null);
      board = QueueBoard.on(reader, fail);
      server = Fastify();
      await server.register(board.pluginAt('/queues'), { prefix: '/queues' });
    });
    afterAll(async () => {
      await server.close();
      await board.close();
      await queue.close();
    });

    const get = async (path: string) => {
      const answer = await server.inject(`/queues${path}`);
      return { status: answer.statusCode, body: answer.body };
    };

    it('shows every queue, and what waits in it', async () => {
      const { status, body } = await get('/api/queues?activeQueue=collect-headhunter&status=waiting');
      const queues = JSON.parse(body).queues as readonly {
        name: string;
        readOnlyMode: boolean;
        jobs: { id: string }[];
      }[];
      expect([status, queues.map(({ name }) => name)]).toEqual([200, expect.arrayContaining(['collect-trudvsem'])]);
      const headhunter = queues.find(({ name }) => name === 'collect-headhunter');
      expect(headhunter).toMatchObject({ readOnlyMode: true, counts: { waiting: 1 }, jobs: [{ id: JOB }] });
    });

    it.each(['', '/logs', '/flow'])('shows a job: %s', async (path) => {
      expect((await get(`/api/queues/collect-headhunter/${JOB}${path}`)).status).toBe(200);
    });

    it.each(['', '/', '/queue/collect-headhunter', `/queue/collect-headhunter/${JOB}`])(
      'is a page at %s',
      async (path) => {
        const { status, body } = await get(path);
        expect([status, body]).toEqual([200, expect.stringContaining('<base href="/queues/"')]);
      },
    );

    it.each(['workers', 'rate-limit', 'metrics', 'default-job-options'])('tells of %s', async (path) => {
      expect((await get(`/api/queues/collect-headhunter/${path}`)).status).toBe(200);
    });

    it.each([
      ['PUT', '/api/queues/pause'],
      ['PUT', '/api/queues/collect-headhunter/pause'],
      ['PUT', '/api/queues/collect-headhunter/empty'],
      ['PUT', `/api/queues/collect-headhunter/${JOB}/clean`],
      ['POST', '/api/queues/collect-headhunter/add'],
    ] as const)('serves nothing that changes a queue: %s %s', async (method, path) => {
      const { statusCode } = await server.inject({ method, url: `/queues${path}`, payload: {} });
      expect(statusCode).toBe(404);
    });
  });

describe('on PostgreSQL', () => {
  const database = testPostgres();
  describeBoard('QueueBoard, as a role that may only read', async () => {
    const client = new Client({ connectionString: database.url });
    await client.connect();
    await client.query(
      `DO $$ BEGIN CREATE ROLE job_scope_gateway NOLOGIN; EXCEPTION WHEN duplicate_object THEN END $$`,
    );
    await client.end();
    await migrateQueue(database.url, { workers: [], readers: ['job_scope_gateway'] });
    const reading = new URL(database.url);
    reading.searchParams.set('options', '-c role=job_scope_gateway -c search_path=queue');
    return { worker: postgresQueues(database.url, 'test'), reader: postgresQueues(reading.href, 'test') };
  });
});

describeWith('redis', (getUrl) => {
  describeBoard('QueueBoard', async () => {
    const redis = createRedis(getUrl(), 'test');
    const backend = await redisQueues(redis, {
      redisUrl: getUrl(),
      applicationName: 'test',
      onRisk: () => undefined,
    }).finally(() => redis.disconnect());
    return { worker: backend, reader: backend };
  });
});
