import { createDataSource, UuidV7Generator } from '@job-scope/platform-nest';
import { migrateForTests, startProcess, testPostgres, type RunningProcess } from '@job-scope/platform-testing';
import { FireDueSchedules } from '@job-scope/vacancies-application';
import { CronerCronCalculator } from '@job-scope/vacancies-infrastructure/cron';
import { vacanciesMigrations } from '@job-scope/vacancies-infrastructure/migrations';
import { PostgresVacancyUnitOfWork } from '@job-scope/vacancies-infrastructure/postgres';
import { aSchedule, at } from '@job-scope/vacancies-testing';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';

// Processes start in a second, but on a busy machine in many.
jest.setTimeout(180_000);

const ROOT = join(__dirname, '../../..');
const TABLES = ['schedules', 'schedule_fires', 'collection_runs', 'outbox'].map((name) => `vacancies.${name}`);
const ids = new UuidV7Generator();
const server = testPostgres();
let database: DataSource;
let schedulerUrl: string;

beforeAll(async () => {
  await migrateForTests(server.url, vacanciesMigrations);
  database = await createDataSource({ url: server.url, applicationName: 'test' });
  const url = new URL(server.url);
  url.searchParams.set('options', '-c role=job_scope_scheduler');
  schedulerUrl = url.href;
}, 60_000);
beforeEach(() => database.query(`TRUNCATE ${TABLES.join(', ')} CASCADE`));
afterAll(() => database.destroy());

const store = (...schedules: readonly ReturnType<typeof aSchedule>[]) =>
  new PostgresVacancyUnitOfWork(database, ids).run(async (tx) => {
    for (const schedule of schedules) await tx.schedules.add(schedule);
  });

const FIRES =
  'SELECT schedule_id AS id, fire_at AS at, outcome, run_id FROM vacancies.schedule_fires ORDER BY fire_at, schedule_id';

interface Fire {
  readonly id: string;
  readonly at: Date;
  readonly outcome: string;
  readonly run_id: string;
}

const fires = () => database.query<Fire[]>(FIRES);

/** Every fire has a run of its own, every run an announcement, and nothing has more. */
const expectOneOfEach = async (count: number): Promise<void> => {
  const runs: { id: string }[] = await database.query('SELECT id FROM vacancies.collection_runs ORDER BY id');
  const announced: { id: string }[] = await database.query(
    'SELECT aggregate_id AS id FROM vacancies.outbox ORDER BY aggregate_id',
  );
  const served = (await fires()).map(({ run_id }) => run_id).sort();
  expect(served).toHaveLength(count);
  expect(runs.map(({ id }) => id)).toEqual(served);
  expect(announced.map(({ id }) => id)).toEqual(served);
};

describe('three schedulers whose clocks are half a minute apart', () => {
  const MINUTES = 20;
  const signal = new AbortController().signal;
  const opened: DataSource[] = [];
  afterAll(() => Promise.all(opened.map((dataSource) => dataSource.destroy())));

  /** Looks what is due when its clock, so many seconds wrong, is looked at. */
  const aScheduler = async (skew: number) => {
    const dataSource = await createDataSource({ url: schedulerUrl, applicationName: `scheduler ${skew}` });
    opened.push(dataSource);
    let now = at(0);
    const clock = { now: () => now };
    const unitOfWork = new PostgresVacancyUnitOfWork(dataSource, ids);
    const fire = new FireDueSchedules(unitOfWork, new CronerCronCalculator(), clock, ids);
    return (second: number) => {
      now = at(second + skew);
      return fire.execute(signal);
    };
  };

  it('C-2: fire each time of each schedule exactly once, whichever of them come and go', async () => {
    const every = { cron: '* * * * *', timeZone: 'Europe/Moscow' };
    const schedules = [0, 0, 45].map((jitterSeconds) => aSchedule({ ...every, jitterSeconds }));
    await store(...schedules);
    const schedulers = await Promise.all([-30, 0, 30].map(aScheduler));
    for (let second = -40; second <= MINUTES * 60 + 15; second += 5) {
      // One after another is away for some minutes; in the end nobody is.
      const away = Math.floor(second / 240) % 4;
      const present = schedulers.filter((_, index) => index !== away || second > MINUTES * 60 - 60);
      await Promise.all(present.map((look) => look(second)));
      await database.query(`UPDATE vacancies.collection_runs SET status = 'finished', outcome = 'empty'`);
    }

    const minutes = Array.from({ length: MINUTES + 1 }, (_, minute) => at(minute * 60));
    const all = await fires();
    for (const { id } of schedules) {
      const ofIt = all.filter((fire) => fire.id === id);
      expect(ofIt.map((fire) => fire.at).slice(0, MINUTES + 1)).toEqual(minutes);
      expect(new Set(ofIt.map(({ outcome }) => outcome))).toEqual(new Set(['fired']));
    }
    await expectOneOfEach(all.length);
  });
});

describe('three scheduler processes', () => {
  const SCHEDULES = 60;
  let processes: RunningProcess[] = [];
  afterEach(() => Promise.all(processes.map((running) => running.stop('SIGKILL'))));

  const start = (): Promise<RunningProcess> =>
    startProcess({
      command: process.execPath,
      args: ['-r', '@swc-node/register', 'apps/scheduler/src/main.ts'],
      cwd: ROOT,
      env: {
        ...{ TS_NODE_PROJECT: 'tsconfig.base.json', NODE_OPTIONS: undefined, MANAGEMENT_PORT: '0' },
        ...{ DATABASE_URL: schedulerUrl, DEFAULT_SCHEDULE_CRON: 'none' },
      },
      readyWhen: /the service runs/,
      timeoutMs: 120_000,
    });

  const untilFired = async (count: number): Promise<readonly Fire[]> => {
    for (;;) {
      const fired = await fires();
      if (fired.length >= count) return fired;
    }
  };

  it('C-2: fire every schedule exactly once, though one is killed in the middle, and take up changes as they run', async () => {
    processes = await Promise.all([start(), start(), start()]);
    // Slow enough to be killed on the way.
    await database.query(`
      CREATE FUNCTION pg_temp_slow() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(0.1); RETURN NEW; END';
      CREATE TRIGGER slow BEFORE INSERT ON vacancies.schedule_fires FOR EACH ROW EXECUTE FUNCTION pg_temp_slow()`);
    const yearly = { cron: '0 0 1 1 *', misfireToleranceSeconds: 86_400 };
    const schedules = Array.from({ length: SCHEDULES }, () => aSchedule(yearly));
    await store(...schedules);

    const before = await untilFired(5);
    await processes[0]?.stop('SIGKILL');
    expect(before.length).toBeLessThan(SCHEDULES);
    const after = await untilFired(SCHEDULES);
    expect(after.map(({ id }) => id).sort()).toEqual(schedules.map(({ id }) => id).sort());
    await expectOneOfEach(SCHEDULES);

    const [added, paused] = [aSchedule(yearly), aSchedule({ ...yearly, paused: true })];
    await store(added, paused);
    await untilFired(SCHEDULES + 1);
    await database.query('UPDATE vacancies.schedules SET paused = false WHERE id = $1', [paused.id]);
    const last = await untilFired(SCHEDULES + 2);
    expect(last.map(({ id }) => id)).toEqual(expect.arrayContaining([added.id, paused.id]));
    await expectOneOfEach(SCHEDULES + 2);
  });
});
