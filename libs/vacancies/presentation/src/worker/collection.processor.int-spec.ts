import { err } from '@job-scope/kernel';
import { currentTraceparent } from '@job-scope/platform-nest';
import { describeWith, testPostgres } from '@job-scope/platform-testing';
import { createPostgresBackend, runMigrations, setDefaultBackendFactory, type QueueOptions } from 'bullmq';
import { Client } from 'pg';
import { vacancies, WorkerBench } from './worker.fixture';

// Real servers on a busy machine take longer than any one test should.
jest.setTimeout(60_000);

const HOUR_MS = 3_600_000;

/** The same on every server that BullMQ can run on. */
const describeWorker = (connect: () => QueueOptions) => {
  let bench: WorkerBench;
  beforeEach(() => {
    bench = new WorkerBench(connect());
  });
  afterEach(() => bench.close());

  it('plans a run', async () => {
    const { runId } = await bench.run(false);
    await bench.start();
    const job = await bench.add({ version: 1, kind: 'plan', runId, windowId: null, traceparent: null });
    expect(await bench.ended(job)).toBe('planned');
    expect(bench.storedRun(runId)).toMatchObject({ status: 'collecting' });
  });

  it('collects a window', async () => {
    bench.world.vacancies = vacancies(7);
    const { runId, windowId } = await bench.run();
    await bench.start();
    expect(await bench.ended(await bench.window(runId, windowId))).toBe('done');
    expect(bench.storedRun(runId)).toMatchObject({ outcome: 'complete', counts: { created: 7 } });
  });

  it('does not collect a window again whose job has come back', async () => {
    bench.world.vacancies = vacancies(7);
    const { runId, windowId } = await bench.run();
    await bench.start();
    await bench.ended(await bench.window(runId, windowId));
    expect(await bench.ended(await bench.window(runId, windowId))).toBe('already-ended');
  });

  it('works within the trace of the request that caused the job', async () => {
    const traceId = '0af7651916cd43dd8448eb211c80319c';
    const seen: (string | null)[] = [];
    const { page } = bench.source;
    bench.source.page = (...args) => {
      seen.push(currentTraceparent());
      return page.apply(bench.source, args);
    };
    const { runId, windowId } = await bench.run();
    await bench.start();
    await bench.ended(await bench.window(runId, windowId, `00-${traceId}-b7ad6b7169203331-01`));
    expect(seen).toEqual([expect.stringContaining(traceId)]);
  });

  it('tries again what may pass', async () => {
    bench.world.vacancies = vacancies(2);
    bench.world.mood = 'down';
    const { page } = bench.source;
    bench.source.page = async (...args) => {
      const answer = await page.apply(bench.source, args);
      bench.world.mood = 'well';
      return answer;
    };
    const { runId, windowId } = await bench.run();
    await bench.start();
    expect(await bench.ended(await bench.window(runId, windowId))).toBe('done');
    expect(bench.storedRun(runId)).toMatchObject({ outcome: 'complete' });
  });

  it('ends the run when the last attempt finds the source down', async () => {
    bench.world.mood = 'down';
    const { runId, windowId } = await bench.run();
    await bench.start();
    expect(await bench.ended(await bench.window(runId, windowId))).toBe('failed');
    expect(bench.world.requests).toBe(3);
    expect(bench.deadLetters()).toMatchObject([{ windowId, reason: 'source.unavailable', attempts: 3 }]);
    expect(bench.storedRun(runId)).toMatchObject({ status: 'finished', outcome: 'failed' });
  });

  it('goes on asking a source that is down for as long as its patience lasts, however often that is', async () => {
    bench.world.vacancies = vacancies(7);
    bench.world.mood = 'down';
    const { page } = bench.source;
    bench.source.page = async (...args) => {
      const answer = await page.apply(bench.source, args);
      if (bench.world.requests === 10) bench.world.mood = 'well';
      return answer;
    };
    const { runId, windowId } = await bench.run();
    await bench.start({ outagePatienceMs: 3_600_000 });
    expect(await bench.ended(await bench.window(runId, windowId))).toBe('done');
    expect(bench.deadLetters()).toEqual([]);
    expect(bench.storedRun(runId)).toMatchObject({ outcome: 'complete', counts: { created: 7 } });
  });

  it('does not try again what cannot pass', async () => {
    await bench.start();
    await expect(bench.ended(await bench.window('nobody', 'nothing'))).rejects.toThrow('windows.not-found: nothing');
    await expect(bench.ended(await bench.add({ version: 2 }))).rejects.toThrow('of no kind or version');
  });

  it('ends the run of a job that failed for good', async () => {
    bench.source.page = () => Promise.reject(new Error('a bug'));
    const { runId, windowId } = await bench.run();
    await bench.start();
    const finished = bench.finished(runId);
    await expect(bench.ended(await bench.window(runId, windowId))).rejects.toThrow('a bug');
    await finished;
    expect(bench.storedRun(runId)).toMatchObject({ outcome: 'failed', reason: expect.stringContaining('a bug') });
    expect(bench.deadLetters()).toMatchObject([
      { runId, windowId, reason: 'job.failed', detail: 'a bug', attempts: 3 },
    ]);
  });

  it('drops what it is doing for a run that was cancelled', async () => {
    bench.world.mood = 'silent';
    const { runId, windowId } = await bench.run();
    await bench.start();
    const { page } = bench.source;
    const asked = new Promise<void>((resolve) => {
      bench.source.page = (...args) => {
        resolve();
        return page.apply(bench.source, args);
      };
    });
    const job = await bench.window(runId, windowId);
    await asked;
    await bench.cancel(runId);
    expect(await bench.ended(job)).toBe('cancelled');
    expect(bench.storedRun(runId)).toMatchObject({ status: 'finished', outcome: 'cancelled' });
  });

  it('leaves a paused source alone, in the middle of a page too, and goes on from there once it is resumed', async () => {
    bench.world.vacancies = vacancies(7);
    const { page } = bench.source;
    const asked = new Promise<void>((resolve) => {
      bench.source.page = (...args) => {
        if (args[0].cursor === null) return page.apply(bench.source, args);
        bench.world.mood = 'silent';
        resolve();
        return page.apply(bench.source, args);
      };
    });
    const { runId, windowId } = await bench.run();
    await bench.start();
    const putOff = bench.heard('delayed', () => true);
    const job = await bench.window(runId, windowId);
    await asked;
    await bench.pauseSource(true);
    await putOff;
    const { requests } = bench.world;
    bench.source.page = page;
    bench.world.mood = 'well';
    await bench.pauseSource(false);
    expect(await bench.ended(job)).toBe('done');
    expect(bench.storedRun(runId)).toMatchObject({ outcome: 'complete', counts: { created: 7 } });
    expect(bench.world.requests).toBeGreaterThan(requests);
    expect(bench.deadLetters()).toEqual([]);
  });

  it('does not take a pause for an outage', async () => {
    bench.world.mood = 'silent';
    const { page } = bench.source;
    const asked = new Promise<void>((resolve) => {
      bench.source.page = (...args) => {
        resolve();
        return page.apply(bench.source, args);
      };
    });
    const { runId, windowId } = await bench.run();
    await bench.start({ outagePatienceMs: HOUR_MS });
    const putOff = bench.heard('delayed', () => true);
    const yesterday = { since: Date.now() - 24 * HOUR_MS, attempts: 10 };
    const job = await bench.window(runId, windowId, null, yesterday);
    await asked;
    await bench.pauseSource(true);
    await putOff;
    bench.world.mood = 'down';
    bench.source.page = async (...args) => {
      const answer = await page.apply(bench.source, args);
      bench.world.mood = 'well';
      return answer;
    };
    await bench.pauseSource(false);
    expect(await bench.ended(job)).toBe('done');
    expect(bench.deadLetters()).toEqual([]);
  });

  it.each(['paused', 'given back'])(
    'forgets an outage once the source serves it, though it is %s then',
    async (how) => {
      bench.world.vacancies = vacancies(7);
      const { page } = bench.source;
      const asked = new Promise<void>((resolve) => {
        bench.source.page = (...args) => {
          if (args[0].cursor === '3') {
            bench.world.mood = 'silent';
            resolve();
          }
          return page.apply(bench.source, args);
        };
      });
      const { runId, windowId } = await bench.run();
      const worker = await bench.start();
      const putOff = bench.heard('delayed', () => true);
      const job = await bench.window(runId, windowId, null, { since: 1, attempts: 10 });
      await asked;
      if (how === 'paused') await bench.pauseSource(true);
      await (how === 'paused' ? putOff : worker.close());
      expect(await bench.dataOf(job)).toMatchObject({ runId, windowId });
      expect(await bench.dataOf(job)).not.toHaveProperty('outage');
    },
  );

  it('counts no attempt for which nothing was sent', async () => {
    const day = 24 * HOUR_MS;
    bench.source.page = async () =>
      err({ code: 'source.rate-limited', detail: 'a captcha', retryAfterMs: day, withheld: true });
    const { runId, windowId } = await bench.run();
    await bench.start();
    const putOff = bench.heard('delayed', () => true);
    const outage = { since: 1, attempts: 10 };
    const job = await bench.window(runId, windowId, null, outage);
    await putOff;
    expect(await bench.dataOf(job)).toMatchObject({ outage });
    expect(bench.deadLetters()).toEqual([]);
  });

  it('comes back to a window that another worker has taken over, until it has ended', async () => {
    bench.world.vacancies = vacancies(7);
    const { page } = bench.source;
    bench.source.page = async (...args) => {
      bench.source.page = page;
      const answer = await page.apply(bench.source, args);
      await bench.takeOver(windowId, 3);
      return answer;
    };
    const { runId, windowId } = await bench.run();
    await bench.start();
    expect(await bench.ended(await bench.window(runId, windowId))).toBe('done');
    expect(bench.storedRun(runId)).toMatchObject({ status: 'finished', counts: { fetched: 7, created: 4 } });
  });

  it('tells on the board how far a job is', async () => {
    bench.world.vacancies = vacancies(7);
    const { runId, windowId } = await bench.run();
    await bench.start();
    const heard = bench.heard('progress', ({ data }) => (data as { fetched: number }).fetched === 7);
    const job = await bench.window(runId, windowId);
    await heard;
    expect((await bench.logsOf(job)).logs).toContainEqual(expect.stringMatching(/^fetched \d, requests 1, created \d/));
  });

  it('stops a job that takes longer than it may, and gives it up after the last attempt', async () => {
    bench.world.mood = 'silent';
    const { runId, windowId } = await bench.run();
    await bench.start({ jobTimeLimitMs: 100 });
    const finished = bench.finished(runId);
    await expect(bench.ended(await bench.window(runId, windowId))).rejects.toThrow('it took longer than 0.1 s');
    await finished;
    expect(bench.deadLetters()).toMatchObject([{ windowId, reason: 'job.timed-out', attempts: 3 }]);
  });

  it.each(['silent', 'down'] as const)(
    'gives no window up that comes further each time, though its source is then %s',
    async (mood) => {
      bench.world.vacancies = vacancies(24);
      const { page } = bench.source;
      let requests = 0;
      // Of each attempt the first page is shown, and the next one is not.
      bench.source.page = (...args) => {
        bench.world.mood = requests++ % 2 === 0 ? 'well' : mood;
        return page.apply(bench.source, args);
      };
      const { runId, windowId } = await bench.run();
      await bench.start({ jobTimeLimitMs: 100 });
      expect(await bench.ended(await bench.window(runId, windowId))).toBe('done');
      expect(bench.deadLetters()).toEqual([]);
      expect(bench.storedRun(runId)).toMatchObject({ outcome: 'complete', counts: { fetched: 24, created: 24 } });
      expect(requests).toBe(15);
    },
  );

  it('goes on with the job of a dead worker, once, however many workers there are', async () => {
    bench.world.vacancies = vacancies(7);
    const { runId, windowId } = await bench.run();
    const job = await bench.window(runId, windowId);
    await bench.takeAndDie(500);
    expect(await bench.stateOf(job)).toBe('active');
    await Promise.all([bench.start({ lockMs: 500 }), bench.start({ lockMs: 500 })]);
    expect(await bench.ended(job)).toBe('done');
    expect(bench.storedRun(runId)).toMatchObject({
      outcome: 'complete',
      counts: { requests: 3, fetched: 7, created: 7 },
    });
  });

  it('gives a job up at which more workers have died than may', async () => {
    const { runId, windowId } = await bench.run();
    const job = await bench.window(runId, windowId);
    await bench.takeAndDie(500);
    const finished = bench.finished(runId);
    await bench.start({ lockMs: 500, maxDeaths: 0 });
    await expect(bench.ended(job)).rejects.toThrow('stalled');
    await finished;
    expect(bench.deadLetters()).toMatchObject([{ windowId, reason: 'job.stalled' }]);
    expect([bench.storedRun(runId)?.outcome, bench.world.requests]).toEqual(['failed', 0]);
  });

  it('gives a running job back when it stops, and the next worker goes on', async () => {
    bench.world.vacancies = vacancies(7);
    const { runId, windowId } = await bench.run();
    const first = await bench.start();
    const { page } = bench.source;
    const silent = new Promise<void>((resolve) => {
      bench.source.page = (request, signal) => {
        if (request.cursor === '3') {
          bench.world.mood = 'silent';
          resolve();
        }
        return page.call(bench.source, request, signal);
      };
    });
    const job = await bench.window(runId, windowId);
    await silent;
    await first.close();
    expect(await bench.stateOf(job)).toBe('waiting');

    bench.source.page = page;
    bench.world.mood = 'well';
    await bench.start();
    expect(await bench.ended(job)).toBe('done');
    expect(bench.storedRun(runId)).toMatchObject({ outcome: 'complete', counts: { fetched: 7, created: 7 } });
  });
};

describe('CollectionProcessor on PostgreSQL', () => {
  const database = testPostgres();
  beforeAll(async () => {
    const client = new Client({ connectionString: database.url });
    await client.connect();
    await runMigrations(client, 'queue');
    await client.end();
  });
  beforeEach(() => setDefaultBackendFactory(createPostgresBackend));
  afterEach(() => setDefaultBackendFactory());

  describeWorker(() => ({ connection: { connectionString: database.url, schema: 'queue', max: 3 } }));
});

describeWith('redis', (getUrl) => {
  describe('CollectionProcessor on Redis', () => {
    describeWorker(() => ({ connection: { url: getUrl(), maxRetriesPerRequest: null } }));
  });
});
