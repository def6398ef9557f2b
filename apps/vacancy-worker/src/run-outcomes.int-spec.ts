import { createDataSource } from '@job-scope/platform-nest';
import { migrateForTests, testPostgres } from '@job-scope/platform-testing';
import { migrateQueue } from '@job-scope/vacancies-infrastructure/bullmq';
import { vacanciesMigrations } from '@job-scope/vacancies-infrastructure/migrations';
import { CollectingWorker } from './collecting-worker.fixture';
import { documentedOutcomes } from './documented-outcomes.fixture';
import { BOARDS, SimulatedSource, type Scenario, type SimulatedName } from './simulated-source.fixture';

/* What sources do to a whole worker, and how its runs end: as docs/run-outcomes.md says. */

// Real servers on a busy machine take longer than any one test should.
jest.setTimeout(120_000);

/** Two pages at HeadHunter and Trudvsem, three boards at Greenhouse. */
const SIZE = 130;

const OUTCOMES = documentedOutcomes();
const proven = new Set<string>();
const database = testPostgres();
const sources = {} as Record<SimulatedName, SimulatedSource>;
let data: Awaited<ReturnType<typeof createDataSource>>;

beforeAll(async () => {
  await migrateForTests(database.url, vacanciesMigrations);
  await migrateQueue(database.url, { workers: [], readers: [] });
  data = await createDataSource({ url: database.url, applicationName: 'outcomes-spec' });
  for (const name of ['headhunter', 'trudvsem', 'greenhouse'] as const) {
    sources[name] = await SimulatedSource.start(name, SIZE);
  }
});
afterAll(async () => {
  for (const source of Object.values(sources)) await source.stop();
  await data.destroy();
});
beforeEach(async () => {
  await data.query(`TRUNCATE vacancies.vacancies, vacancies.search_documents, vacancies.outbox, vacancies.inquiries,
    vacancies.collection_runs, vacancies.dead_letters CASCADE`);
  for (const source of Object.values(sources)) await source.calm();
});

/** A worker of its own, for as long as the work takes: what a source did to one before is forgotten. */
const withWorker = async <T>(work: (worker: CollectingWorker) => Promise<T>, boards = BOARDS): Promise<T> => {
  await data.query('DELETE FROM vacancies.source_budgets');
  const worker = await CollectingWorker.start(data, database.url, sources, { boards });
  try {
    return await work(worker);
  } finally {
    await worker.close();
  }
};

const collect = (name: SimulatedName, query?: object) => withWorker((worker) => worker.collect(name, query));

interface Stored {
  readonly active: number;
  readonly distinct: number;
  readonly searchable: number;
}

const stored = async (): Promise<Stored> => {
  const [row] = await data.query(`
    SELECT count(*) FILTER (WHERE state = 'active')::int AS active,
      count(DISTINCT (source, source_id)) FILTER (WHERE state = 'active')::int AS distinct,
      (SELECT count(*)::int FROM vacancies.search_documents WHERE state = 'active') AS searchable
    FROM vacancies.vacancies`);
  return row;
};

const exactly = (count: number): Stored => ({ active: count, distinct: count, searchable: count });

const letters = async (): Promise<readonly string[]> => {
  const rows: { reason: string }[] = await data.query('SELECT DISTINCT reason FROM vacancies.dead_letters');
  return rows.map(({ reason }) => reason);
};

/** How the page says that such a run ends; which lines have been shown is checked at the end. */
const documented = (day: string): string => {
  proven.add(day);
  return OUTCOMES.get(day) ?? `docs/run-outcomes.md does not tell of: ${day}`;
};

interface Day {
  readonly day: string;
  /** The flaws of the reference system that such a day showed. */
  readonly flaws?: string;
  readonly scenario: Scenario;
  /** What is stored by then: everything that the source shows unless it is said. */
  readonly kept?: number;
  readonly counts?: Readonly<Record<string, number>>;
  /** Why work was given up. */
  readonly letter?: string;
}

const PAGE = 100;
const FOR_GOOD = { kept: 0, letter: 'source.unavailable' };
const COMMON: readonly Day[] = [
  {
    day: '429 with Retry-After',
    flaws: 'C-3, V-18',
    scenario: { name: 'too_many_requests', retry_after: 1, count: 1 },
    counts: { throttled: 1 },
  },
  { day: '502 with HTML, twice', flaws: 'C-3, V-18', scenario: { name: 'bad_gateway', count: 2 } },
  { day: '502 with HTML, for good', flaws: 'C-3', scenario: { name: 'bad_gateway' }, ...FOR_GOOD },
  { day: 'connection reset, once', flaws: 'C-3', scenario: { name: 'reset', count: 1 } },
  { day: 'gzip that breaks off, once', flaws: 'C-3', scenario: { name: 'truncated_gzip', count: 1 } },
  { day: 'slow answers', flaws: 'V-18', scenario: { name: 'slow', delay: 200, count: 4 } },
  { day: 'fields that nobody knows', flaws: 'V-6', scenario: { name: 'unknown_fields' } },
  { day: 'null wherever it may be', flaws: 'V-6', scenario: { name: 'null_fields' } },
  { day: 'duplicates across pages', flaws: 'V-3', scenario: { name: 'duplicates', items: 3 } },
];

const broken = (pages: number): Day => ({
  day: 'one broken item on each page',
  flaws: 'V-6',
  scenario: { name: 'malformed_item' },
  kept: SIZE - pages,
  counts: { skipped: pages },
});

/** What sources with pages can do. @param kept of vacancies of which two vanish after the first page */
const paged = (kept: number): readonly Day[] => [
  broken(2),
  { day: '502 from the second page on', flaws: 'V-5', scenario: { name: 'bad_gateway', after: 1 }, kept: PAGE },
  {
    day: 'vacancies vanish between pages',
    flaws: 'V-5',
    scenario: { name: 'delete_between_pages', vacancies: 2, after: 1, count: 1 },
    kept,
  },
  {
    day: 'new vacancies between pages',
    flaws: 'V-3',
    scenario: { name: 'insert_between_pages', vacancies: 2, after: 1, count: 1 },
    kept: -1,
  },
];

const HEADHUNTER: readonly Day[] = [
  {
    day: '429 without Retry-After',
    flaws: 'C-3, V-18',
    scenario: { name: 'too_many_requests', count: 1 },
    counts: { throttled: 1 },
  },
  {
    day: '429 again and again',
    flaws: 'C-3',
    scenario: { name: 'too_many_requests', retry_after: 0 },
    kept: 0,
    letter: 'source.rate-limited',
  },
  { day: 'connection reset, for good', flaws: 'C-3', scenario: { name: 'reset' }, ...FOR_GOOD },
  { day: 'gzip that breaks off, for good', flaws: 'C-3', scenario: { name: 'truncated_gzip' }, ...FOR_GOOD },
  { day: 'no answer, once', flaws: 'C-3', scenario: { name: 'hang', count: 1 } },
  { day: '200 with errors', flaws: 'V-7', scenario: { name: 'ok_with_errors' }, kept: 0, letter: 'source.blocked' },
  { day: 'captcha', flaws: 'V-18', scenario: { name: 'captcha' }, kept: 0, letter: 'source.blocked' },
  { day: 'captcha on the second page', scenario: { name: 'captcha', after: 1 }, kept: PAGE, letter: 'source.blocked' },
  { day: 'ban', scenario: { name: 'ban' }, kept: 0, letter: 'source.blocked' },
  { day: '403 with HTML', scenario: { name: 'blocked_html' }, kept: 0, letter: 'source.blocked' },
  { day: 'no employer', flaws: 'V-6', scenario: { name: 'null_employer' } },
  { day: 'single vacancies cannot be read', scenario: { name: 'bad_gateway', after: 2 }, letter: 'source.unavailable' },
];

const TRUDVSEM: readonly Day[] = [{ day: '200 with an error, once', scenario: { name: 'ok_with_error', count: 1 } }];

/** Of each source, the days that it can have. */
const DAYS: readonly (readonly [SimulatedName, readonly Day[]])[] = [
  // They are asked for there, as all new ones are, and found to be gone.
  ['headhunter', [...HEADHUNTER, ...COMMON, ...paged(SIZE - 2)]],
  ['trudvsem', [...TRUDVSEM, ...COMMON, ...paged(SIZE)]],
  ['greenhouse', [...COMMON, broken(3)]],
];

const titled = ({ flaws, day }: Day): string => (flaws === undefined ? day : `${flaws}: ${day}`);

describe.each(DAYS)('%s', (name, days) => {
  it.each(days.map((day) => [titled(day), day] as const))('%s', async (_title, { day, scenario, ...expected }) => {
    const source = sources[name];
    await source.switchOn(scenario);
    const run = await collect(name);
    await source.calm();
    expect(run).toMatchObject({ outcome: documented(day), ...(expected.counts && { counts: expected.counts }) });
    const all = await source.found();
    const kept = expected.kept ?? all;
    const now = await stored();
    // Whether the new ones of between pages were seen is luck; that nothing of before is missing is not.
    if (kept < 0) expect(now.active).toBeGreaterThanOrEqual(all - 2);
    else expect(now).toEqual(exactly(kept));
    if (expected.letter) expect(await letters()).toEqual([expected.letter]);

    const next = await collect(name);
    expect([next.outcome, await stored()]).toEqual(['complete', exactly(all)]);
  });
});

it('passes over one vacancy that cannot be asked for, and asks for those behind it', async () => {
  const source = sources.headhunter;
  const [all, id] = [await source.found(), await source.newest()];
  await source.switchOn({ name: 'bad_gateway', path: `/vacancies/${id}?` });
  expect(await collect('headhunter')).toMatchObject({
    outcome: documented('one vacancy cannot be asked for'),
    counts: { created: all, asked: all, skipped: 1 },
  });
  expect(await stored()).toEqual(exactly(all));
});

it('sends no more requests than a run may, though some must be repeated', async () => {
  const source = sources.headhunter;
  await source.switchOn({ name: 'bad_gateway', path: '/vacancies/', count: 5 });
  await source.forgetRequests();
  const limit = 12;
  const run = await withWorker((worker) => worker.collect('headhunter', {}, limit));
  expect(run).toMatchObject({ outcome: documented('the run may send no more'), counts: { requests: limit } });
  const sent = await source.requests();
  expect(sent.filter(({ status }) => status === 502)).toHaveLength(5);
  expect(sent).toHaveLength(limit);
});

it('V-7: ends empty, with no error, when nothing is found', async () => {
  expect(await collect('headhunter', { text: 'нигдетакогонет' })).toMatchObject({
    outcome: documented('nothing found'),
    found: 0,
  });
});

it('V-2, C-1, C-4: collects everything again and again, from each source in turn, in one process', async () => {
  const all = (await Promise.all(Object.values(sources).map((source) => source.found()))).reduce((a, b) => a + b);
  await withWorker(async (worker) => {
    for (const round of ['created', 'unchanged'] as const) {
      for (const name of Object.keys(sources) as SimulatedName[]) {
        const run = await worker.collect(name);
        expect(run).toMatchObject({ outcome: 'complete', counts: { [round]: await sources[name].found() } });
      }
    }
  });
  expect(await stored()).toEqual(exactly(all));
});

const newest = async (count: number): Promise<readonly string[]> => {
  const sql = `SELECT source_id FROM vacancies.vacancies WHERE state = 'active' ORDER BY published_at DESC, id LIMIT $1`;
  return (await data.query(sql, [count])).map(({ source_id: id }: { source_id: string }) => id);
};

describe.each<[SimulatedName, string, string, string, object]>([
  ['headhunter', 'archive', 'vacancies archived', 'archived', { created: 3, gone: 0 }],
  ['trudvsem', 'delete', 'vacancies deleted', 'gone', { created: 0, gone: 0 }],
  ['greenhouse', 'delete', 'vacancies deleted', 'gone', { created: 0, gone: 0 }],
])('%s', (name, scenario, day, state, back) => {
  it(`V-16: ${day}, and restored`, async () => {
    await collect(name);
    const all = await sources[name].found();
    const ids = await newest(3);
    await sources[name].switchOn({ name: scenario, ids });
    expect(await collect(name)).toMatchObject({ outcome: documented(day), counts: { [state]: 3 } });
    expect(await stored()).toEqual(exactly(all - 3));

    await sources[name].switchOn({ name: 'restore', ids });
    expect(await collect(name)).toMatchObject({ outcome: documented('vacancies restored'), counts: back });
    expect(await stored()).toEqual(exactly(all));
  });
});

it('V-16: a board that is asked no longer is no reason to take its vacancies for gone', async () => {
  await collect('greenhouse');
  const all = await sources.greenhouse.found();
  const [, ...left] = BOARDS;
  const run = await withWorker((worker) => worker.collect('greenhouse'), left);
  expect(run).toMatchObject({ outcome: documented('a board that is asked no longer'), counts: { gone: 0 } });
  expect(run.found).toBeLessThan(all);
  expect(await stored()).toEqual(exactly(all));
});

it.each([
  ['the first', ['nobody', ...BOARDS]],
  ['the last', [...BOARDS, 'nobody']],
])('V-16: a board that is not there keeps no vacancy of the others open: %s', async (_, boards) => {
  await collect('greenhouse');
  const all = await sources.greenhouse.found();
  await sources.greenhouse.switchOn({ name: 'delete', ids: await newest(3) });
  const run = await withWorker((worker) => worker.collect('greenhouse'), boards);
  expect(run).toMatchObject({ outcome: documented('a board that is not there'), counts: { gone: 3 } });
  expect(await stored()).toEqual(exactly(all - 3));
});

it('the page tells of nothing else', () => {
  expect([...proven].sort()).toEqual([...OUTCOMES.keys()].sort());
});
