import { setTimeout as delay } from 'node:timers/promises';
import fc from 'fast-check';
import { runSql, type RunningProcess } from '@job-scope/platform-testing';
import { Client } from './client.fixture';
import { DEPTH_LIMIT, HotSource, type HotSourceOptions } from './hot-source.fixture';
import { LocalStack, type RunningStack } from './local-stack.fixture';

export interface EveryVacancyOptions extends HotSourceOptions {
  /** How many collect at once. */
  readonly workers: number;
  /** How often one of them is killed, at random moments of the collection. */
  readonly deaths: number;
}

/** As the API shows a part of a run's plan. */
interface Window {
  readonly id: string;
  readonly parentId: string | null;
  readonly task: string;
  readonly state: string;
  readonly publishedFrom: string | null;
  readonly publishedTo: string | null;
  readonly filters: Readonly<Record<string, string>>;
  readonly found: number | null;
  readonly counts: { readonly created: number };
}

/** Nobody but the workers that are started by hand, and no source but the one under test. */
const WITHOUT_WORKER = ['--no-collect', '--without', 'vacancy-worker', '--without', 'scheduler'];
const NOWHERE = 'http://127.0.0.1:9';
/** The narrowest slice of time: five minutes, one grain more on either side. */
const NARROW_MS = 900_000;

/** Repeats the deaths of an earlier run: `JOB_SCOPE_SEED=… npm run test:full`. */
const SEED = Number(process.env['JOB_SCOPE_SEED'] ?? Date.now() % 1_000_000);

/** Collects a source through the whole system, and holds what was stored, found and planned against it. */
export function collectsEveryVacancy({ vacancies, hot, workers, deaths }: EveryVacancyOptions): void {
  const stack = new LocalStack();
  let running: RunningStack;
  let source: HotSource;
  const alive: RunningProcess[] = [];
  beforeAll(async () => {
    source = await HotSource.start({ vacancies, hot });
    const sources = { HEADHUNTER_BASE_URL: source.url, TRUDVSEM_BASE_URL: NOWHERE, GREENHOUSE_BASE_URL: NOWHERE };
    running = await stack.start(WITHOUT_WORKER, sources);
  });
  afterAll(async () => {
    for (const worker of alive) await worker.stop();
    await running?.stop();
    await source?.stop();
    await stack.destroy();
  });

  const startWorker = async () => {
    alive.push(await stack.startService('vacancy-worker', { ...source.settings(), MANAGEMENT_PORT: '0' }));
  };

  /** The oldest dies, and another takes its place. */
  const killOne = async () => {
    await alive.shift()?.stop('SIGKILL');
    await startWorker();
  };

  it('stores every vacancy once, finds every one, and shows the plan by which it did', async () => {
    const client = await Client.logIn(running.url, stack.superuserPassword);
    for (let worker = 0; worker < workers; worker += 1) await startWorker();
    const path = await client.collect();
    for (const moment of momentsOfDeath(deaths, vacancies)) {
      const run = await client.runUntil(
        path,
        ({ status, counts }) => status === 'finished' || counts.fetched >= moment,
      );
      expect(run.status).toBe('collecting');
      await killOne();
    }
    const run = await client.runUntil(path, ({ status }) => status === 'finished');
    expect(run).toMatchObject({ outcome: 'complete', counts: { created: vacancies, changed: 0, skipped: 0 } });

    expect(await source.found()).toBe(vacancies);
    const stored = 'SELECT count(*)::int AS rows, count(DISTINCT source_id)::int AS ids FROM vacancies.vacancies';
    expect(await runSql(stack.databaseUrl, stored)).toEqual([{ rows: vacancies, ids: vacancies }]);
    await untilIndexed(stack);
    const found = await client.everything();
    expect(found).toHaveLength(vacancies);
    expect(new Set(found.map(({ sourceId }) => sourceId)).size).toBe(vacancies);
    expectPlan(await windowsOf(client, path), vacancies, hot.length);
  }, 900_000);
}

/** Searches count no further than ten thousand: whether all has been handed to the index, only the outbox can say. */
async function untilIndexed({ databaseUrl }: LocalStack): Promise<void> {
  const waiting = 'SELECT 1 FROM vacancies.outbox WHERE dead_at IS NULL LIMIT 1';
  while ((await runSql(databaseUrl, waiting)).length > 0) await delay(100);
}

/** How much has been fetched when a worker dies; the same for the same seed. */
function momentsOfDeath(deaths: number, vacancies: number): readonly number[] {
  if (deaths === 0) return [];
  process.stdout.write(`workers die by the seed ${SEED}: JOB_SCOPE_SEED=${SEED} has them die then again\n`);
  const shares = fc.sample(fc.integer({ min: 2, max: 85 }), { seed: SEED, numRuns: deaths });
  return shares.sort((one, other) => one - other).map((share) => Math.floor((share / 100) * vacancies));
}

async function windowsOf(client: Client, path: string): Promise<readonly Window[]> {
  const windows: Window[] = [];
  let cursor: string | undefined;
  do {
    const query = new URLSearchParams({ limit: '100', ...(cursor && { cursor }) });
    const { body } = await client.get(`${path}/windows?${query}`).expect(200);
    windows.push(...body.items);
    cursor = body.nextCursor;
  } while (cursor);
  return windows;
}

/** All of it has ended, none was deeper than the source shows, and the hot moments were cut by more than time. */
function expectPlan(windows: readonly Window[], vacancies: number, hot: number): void {
  const lists = windows.filter(({ task }) => task === 'list');
  expect(new Set(lists.map(({ state }) => state))).toEqual(new Set(['done', 'split']));
  const done = lists.filter(({ state }) => state === 'done');
  expect(Math.max(...done.map(({ found }) => found ?? 0))).toBeLessThanOrEqual(DEPTH_LIMIT);
  expect(lists.reduce((sum, { counts }) => sum + counts.created, 0)).toBe(vacancies);
  const cutByArea = new Set(lists.filter(({ filters }) => 'area' in filters).map(({ parentId }) => parentId));
  const narrow = lists.filter(
    ({ publishedFrom, publishedTo, filters }) =>
      Object.keys(filters).length === 0 && Date.parse(publishedTo ?? '') - Date.parse(publishedFrom ?? '') <= NARROW_MS,
  );
  expect(narrow.filter(({ id, state }) => state === 'split' && cutByArea.has(id)).length).toBeGreaterThanOrEqual(hot);
}
