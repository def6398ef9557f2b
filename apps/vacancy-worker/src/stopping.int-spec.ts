import { createDataSource } from '@job-scope/platform-nest';
import { describeWith, migrateForTests, testPostgres } from '@job-scope/platform-testing';
import { migrateQueue } from '@job-scope/vacancies-infrastructure/bullmq';
import { vacanciesMigrations } from '@job-scope/vacancies-infrastructure/migrations';
import { setTimeout as delay } from 'node:timers/promises';
import { collectFrom } from './collect-from.fixture';
import { SimulatedSource } from './simulated-source.fixture';
import { startWorker } from './worker-process.fixture';

/* A worker is a process, and is told to stop while its source owes it an answer. */

// Real processes on a busy machine take longer than any one test should.
jest.setTimeout(180_000);

/** Two pages; then each is asked for, ten at once. */
const SIZE = 130;
const PAGE = 100;
const POLL_EVERY_MS = 25;

const describeStopping = (redisUrl: () => string | undefined): void => {
  const database = testPostgres();
  let data: Awaited<ReturnType<typeof createDataSource>>;
  let source: SimulatedSource;
  beforeAll(async () => {
    await migrateForTests(database.url, vacanciesMigrations);
    await migrateQueue(database.url, { workers: [], readers: [] });
    data = await createDataSource({ url: database.url, applicationName: 'stopping-spec' });
    source = await SimulatedSource.start('headhunter', SIZE);
  });
  afterAll(async () => {
    await source.stop();
    await data.destroy();
  });
  beforeEach(async () => {
    await data.query('TRUNCATE vacancies.vacancies, vacancies.outbox, vacancies.collection_runs CASCADE');
    await source.calm();
    await source.forgetRequests();
  });

  const start = () =>
    startWorker({ databaseUrl: database.url, redisUrl: redisUrl(), sourceUrl: source.url, requestsPerSecond: 1_000 });

  const progress = async () => {
    const [row] = await data.query('SELECT status, created::int, asked::int FROM vacancies.collection_runs');
    return row as { readonly status: string; readonly created: number; readonly asked: number };
  };

  /** Resolves when the first page is stored, and the source owes an answer that it will not give. */
  const isInTheMiddle = async (): Promise<void> => {
    const isOwed = async () => (await source.requests()).some(({ scenarios }) => scenarios.includes('hang'));
    while (!(await isOwed()) || (await progress()).created < PAGE) await delay(POLL_EVERY_MS);
  };

  it.each([
    ['a page', { name: 'hang', path: '/vacancies?', after: 1 }, PAGE],
    ['single vacancies', { name: 'hang', path: '/vacancies/', after: 35 }, SIZE + 30],
  ])(
    'gives back what it does when it is told to stop in the middle of %s, and another goes on',
    async (_, hang, stored) => {
      await source.switchOn(hang);
      const first = await start();
      const run = collectFrom(data, 'headhunter');
      await isInTheMiddle();
      expect(await first.stop()).toEqual({ code: 0, signal: null });
      const before = await progress();
      expect([before.status, before.created + before.asked]).toEqual(['collecting', stored]);

      await source.calm();
      const second = await start();
      expect(await run).toMatchObject({
        outcome: 'complete',
        counts: { fetched: SIZE, created: SIZE, changed: 0, unchanged: 0, asked: SIZE, skipped: 0 },
      });
      const [rows] = await data.query(`
      SELECT count(*)::int AS vacancies, count(DISTINCT source_id)::int AS distinct,
        count(*) FILTER (WHERE revision = 2)::int AS asked FROM vacancies.vacancies`);
      expect(rows).toEqual({ vacancies: SIZE, distinct: SIZE, asked: SIZE });
      const firstPages = (await source.requests()).filter(
        ({ path, query }) => path === '/vacancies' && query['page'] === '0',
      );
      expect(firstPages).toHaveLength(1);
      expect(await second.stop()).toEqual({ code: 0, signal: null });
    },
  );
};

describe('a worker on PostgreSQL', () => describeStopping(() => undefined));

describeWith('redis', (redisUrl) => describe('a worker on Redis', () => describeStopping(redisUrl)));
