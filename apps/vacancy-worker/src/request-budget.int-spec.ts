import { createDataSource } from '@job-scope/platform-nest';
import { describeWith, migrateForTests, testPostgres, type RunningProcess } from '@job-scope/platform-testing';
import { migrateQueue } from '@job-scope/vacancies-infrastructure/bullmq';
import { vacanciesMigrations } from '@job-scope/vacancies-infrastructure/migrations';
import { collectFrom } from './collect-from.fixture';
import { SimulatedSource } from './simulated-source.fixture';
import { startWorker } from './worker-process.fixture';

/* Two workers are two processes that share nothing but their servers: what they send together, the source has logged. */

// Real processes on a busy machine take longer than any one test should.
jest.setTimeout(180_000);

const RATE = 20;
/** As many as may be sent at once after a pause; see `compose.ts`. */
const BURST = RATE;
/** From being let out to being logged a busy machine takes its time, and so what was apart may come together. */
const LAG_SECONDS = 1;
const SIZE = 300;
/** A run for each, more than one worker takes at a time; each asks for its vacancies one by one, ten at once. */
const AREAS = ['1', '2', '3', '4', '66', '76', '78', '88'];

/** The most moments that lie within so many seconds, wherever these begin. */
const densest = (moments: readonly number[], seconds: number): number => {
  let [first, most] = [0, 0];
  moments.forEach((moment, last) => {
    while (moment - (moments[first] ?? moment) >= seconds * 1_000) first += 1;
    most = Math.max(most, last - first + 1);
  });
  return most;
};

const describeBudget = (redisUrl: () => string | undefined): void => {
  const database = testPostgres();
  let source: SimulatedSource;
  let workers: readonly RunningProcess[] = [];
  beforeAll(async () => {
    await migrateForTests(database.url, vacanciesMigrations);
    await migrateQueue(database.url, { workers: [], readers: [] });
    source = await SimulatedSource.start('headhunter', SIZE);
    const options = { databaseUrl: database.url, redisUrl: redisUrl(), sourceUrl: source.url, requestsPerSecond: RATE };
    workers = await Promise.all([1, 2].map(() => startWorker(options)));
  });
  afterAll(async () => {
    for (const worker of workers) await worker.stop();
    await source?.stop();
  });

  it('C-3, V-18: in no time is more sent by both than a full bucket and what flows in meanwhile', async () => {
    const data = await createDataSource({ url: database.url, applicationName: 'budget-spec' });
    await source.forgetRequests();
    const runs = await Promise.all(AREAS.map((area) => collectFrom(data, 'headhunter', { areas: [area] })));
    await data.destroy();

    expect(new Set(runs.map(({ outcome }) => outcome))).toEqual(new Set(['complete']));
    for (const worker of workers) expect(worker.output()).toContain('window job ended: done');
    const moments = (await source.requests()).map(({ at }) => at);
    const seconds = Math.ceil((Math.max(...moments) - Math.min(...moments)) / 1_000);
    const sent = Array.from({ length: seconds }, (_, index) => densest(moments, index + 1));
    const allowed = sent.map((_, index) => BURST + RATE * (index + 1 + LAG_SECONDS));
    expect(sent.filter((count, index) => count > (allowed[index] ?? 0))).toEqual([]);
    // Unbounded, eighty at once would have been done in a moment: there was something to hold back.
    expect(moments.length).toBeGreaterThan(3 * (BURST + RATE));
  });
};

describe('the request budget of two workers on PostgreSQL', () => describeBudget(() => undefined));

describeWith('redis', (redisUrl) =>
  describe('the request budget of two workers on Redis', () => describeBudget(redisUrl)),
);
