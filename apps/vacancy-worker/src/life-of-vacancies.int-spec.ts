import { createDataSource, SystemClock, UuidV7Generator } from '@job-scope/platform-nest';
import { migrateForTests, startProcess, testPostgres, type RunningProcess } from '@job-scope/platform-testing';
import { CollectWindow, PlanCollection } from '@job-scope/vacancies-application';
import { HeadHunterVacancySource } from '@job-scope/vacancies-infrastructure/headhunter';
import { vacanciesMigrations } from '@job-scope/vacancies-infrastructure/migrations';
import { Sha256ContentHasher } from '@job-scope/vacancies-infrastructure/node';
import {
  PostgresCollectionRunReader,
  PostgresCurrencyRates,
  PostgresVacancyUnitOfWork,
} from '@job-scope/vacancies-infrastructure/postgres';
import { aRun, OpenBudget } from '@job-scope/vacancies-testing';
import { join } from 'node:path';

/* Runs against HeadHunter's simulator, on PostgreSQL: what becomes of vacancies there, and here. */

// On a busy machine starting takes longer than any one test should.
jest.setTimeout(120_000);

const SIZE = 130;
const database = testPostgres();
let dataSource: Awaited<ReturnType<typeof createDataSource>>;
let simulator: RunningProcess;
let url = '';

beforeAll(async () => {
  await migrateForTests(database.url, vacanciesMigrations);
  dataSource = await createDataSource({ url: database.url, applicationName: 'life-spec' });
  simulator = await startProcess({
    command: process.execPath,
    args: [
      ...['-r', '@swc-node/register', 'tools/simulators/headhunter/main.ts'],
      ...['--port', '0', '--control', '--size', String(SIZE)],
    ],
    cwd: join(__dirname, '../../..'),
    env: { TS_NODE_PROJECT: 'tsconfig.base.json', NODE_OPTIONS: undefined },
    readyWhen: /ready at/,
  });
  url = /http:\S+/.exec(simulator.output())?.[0] ?? '';
});
afterAll(async () => {
  await simulator.stop();
  await dataSource.destroy();
});

const control = async (method: string, what: string, body?: object): Promise<unknown> => {
  const json = { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const response = await fetch(`${url}/__control/${what}`, { method, ...(body && json) });
  return response.status === 204 ? undefined : response.json();
};

/** The paths that were asked for since the last look. */
const asked = async (): Promise<readonly string[]> => {
  const { requests } = (await control('GET', 'requests')) as { requests: { path: string }[] };
  await control('DELETE', 'requests');
  return requests.map(({ path }) => path);
};

type RunOptions = Parameters<typeof aRun>[0];

/** A run, with its windows one after another, until it is over. */
const collect = async (options: RunOptions = {}) => {
  const [ids, clock] = [new UuidV7Generator(), new SystemClock()];
  const unitOfWork = new PostgresVacancyUnitOfWork(dataSource, ids);
  const userAgent = 'JobScope/1.0 (test@example.org)';
  const source = new HeadHunterVacancySource({ baseUrl: url, userAgent }, new OpenBudget(), clock);
  const run = aRun({ ...options, id: ids.next() });
  await unitOfWork.run((tx) => tx.collections.addRun(run));
  await new PlanCollection(unitOfWork, clock, ids, { maxRequests: 1_000 }).execute({ runId: run.id, attempt: 1 });
  const rates = new PostgresCurrencyRates(dataSource);
  const collectWindow = new CollectWindow(
    ...([
      unitOfWork,
      new Map([['headhunter' as const, source]]),
      new Sha256ContentHasher(),
      clock,
      ids,
      rates,
    ] as const),
  );
  const open = `SELECT id FROM vacancies.collection_windows WHERE run_id = $1 AND state IN ('planned', 'collecting')`;
  for (;;) {
    const [window] = await dataSource.query(open, [run.id]);
    if (!window) return new PostgresCollectionRunReader(dataSource).byId(run.id);
    const input = { windowId: window.id, attempt: 1, lastAttempt: true };
    await collectWindow.execute(input, new AbortController().signal);
  }
};

const states = async () => {
  const sql = 'SELECT state, count(*)::int FROM vacancies.vacancies GROUP BY state ORDER BY state';
  const rows: { state: string; count: number }[] = await dataSource.query(sql);
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
};

const rows = () => dataSource.query('SELECT id, ctid, xmin, xmax FROM vacancies.vacancies ORDER BY id');

const newestOpen = async (count: number): Promise<readonly string[]> => {
  const sql = `SELECT source_id FROM vacancies.vacancies WHERE state = 'active' ORDER BY published_at DESC, id LIMIT $1`;
  return (await dataSource.query(sql, [count])).map(({ source_id: id }: { source_id: string }) => id);
};

it('V-20: stores of each new vacancy the whole description, without the marks that lists put into it', async () => {
  await control('DELETE', 'requests');
  const run = await collect();
  expect(run).toMatchObject({ outcome: 'complete', found: SIZE, counts: { created: SIZE, asked: SIZE } });
  expect(run?.counts.requests).toBe(2 + SIZE);
  expect(await asked()).toHaveLength(2 + SIZE);
  const [{ described, marked }] = await dataSource.query(`
    SELECT count(description_text)::int AS described,
      count(*) FILTER (WHERE description_html LIKE '%highlighttext%')::int AS marked
    FROM vacancies.vacancies`);
  expect([described, marked]).toEqual([SIZE, 0]);
});

it('V-15, V-16: writes no row of a vacancy, and asks for none alone, when nothing has changed', async () => {
  const before = await rows();
  await control('DELETE', 'requests');
  expect(await collect()).toMatchObject({ outcome: 'complete', counts: { unchanged: SIZE, asked: 0, changed: 0 } });
  expect(await rows()).toEqual(before);
  expect(await asked()).toEqual(['/vacancies', '/vacancies']);
});

it('V-16: closes what was archived, ends what was deleted, and asks for nothing else', async () => {
  const [archived, deleted] = await newestOpen(2);
  await control('POST', 'scenario', { name: 'archive', ids: [archived] });
  await control('POST', 'scenario', { name: 'delete', ids: [deleted] });
  await control('DELETE', 'requests');
  const run = await collect();
  expect(run).toMatchObject({ outcome: 'complete', counts: { asked: 2, archived: 1, gone: 1 } });
  const single = (await asked()).filter((path) => path !== '/vacancies');
  expect([...single].sort()).toEqual([`/vacancies/${archived}`, `/vacancies/${deleted}`].sort());
  expect(await states()).toEqual({ active: SIZE - 2, archived: 1, gone: 1 });
});

it('takes in what comes back under a new name, and keeps the old one closed with its history', async () => {
  const sql = `SELECT id, source_id FROM vacancies.vacancies WHERE state = 'archived'`;
  const [old] = await dataSource.query(sql);
  await control('POST', 'scenario', { name: 'restore', ids: [old.source_id] });
  expect(await collect()).toMatchObject({ outcome: 'complete', counts: { created: 1, asked: 1 } });
  expect(await states()).toEqual({ active: SIZE - 1, archived: 1, gone: 1 });
  const history = 'SELECT count(*)::int FROM vacancies.vacancy_changes WHERE vacancy_id = $1';
  expect((await dataSource.query(history, [old.id]))[0].count).toBeGreaterThan(0);
});

it('V-16: an incremental run asks for what is new only, and takes nothing for closed', async () => {
  const [, , left] = await newestOpen(3);
  await control('POST', 'scenario', { name: 'archive', ids: [left] });
  const run = await collect({ mode: 'incremental' });
  // The simulator stands still in the past: nothing was published since the runs before.
  expect(run).toMatchObject({ outcome: 'empty', counts: { requests: 1, asked: 0 } });
  expect(await states()).toMatchObject({ active: SIZE - 1, archived: 1 });
});

it('ends partial when the requests of a run are used up, and the next one goes on', async () => {
  await control('POST', 'scenario', { name: 'insert', vacancies: 5 });
  await control('DELETE', 'requests');
  const run = await collect({ maxRequests: 4 });
  expect(run).toMatchObject({ outcome: 'partial', reason: 'it has sent all the requests that it may send' });
  expect(run?.counts).toMatchObject({ created: 5, asked: 2 });
  expect(await asked()).toHaveLength(4);
  // The one that was archived meanwhile had been found missing by then, and waits with the other three.
  expect(await collect()).toMatchObject({ outcome: 'complete', counts: { asked: 4, archived: 1 } });
});
