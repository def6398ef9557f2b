import { authMigrations } from '@job-scope/auth-infrastructure/migrations';
import type { Clock } from '@job-scope/kernel';
import { createDataSource, pause, silentLogger, SystemClock, UuidV7Generator } from '@job-scope/platform-nest';
import { FolderMailTransport } from '@job-scope/platform-nest/mail';
import { freePort, migrateForTests, startProcess, testPostgres } from '@job-scope/platform-testing';
import {
  CreateSavedSearch,
  FollowUsers,
  LookAtSavedSearches,
  PauseSavedSearch,
  SendNotifications,
} from '@job-scope/vacancies-application';
import { migrateQueue } from '@job-scope/vacancies-infrastructure/bullmq';
import { PlatformNotificationMailer } from '@job-scope/vacancies-infrastructure/mail';
import { vacanciesMigrations } from '@job-scope/vacancies-infrastructure/migrations';
import {
  PostgresCurrencyRates,
  PostgresNotificationQueue,
  PostgresRecipients,
  PostgresSavedSearchLooks,
  PostgresSavedSearchStore,
  PostgresStoredRevisions,
  PostgresUserFeed,
} from '@job-scope/vacancies-infrastructure/postgres';
import { PostgresVacancySearchReader } from '@job-scope/vacancies-infrastructure/postgres-search';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { postgresEngine } from './both-engines.fixture';
import { RealIndexing } from './indexing.fixture';

/* From a vacancy that is stored to the mail about it, on a real database as the worker's role, and in a real worker. */

// On a busy machine starting takes longer than any one test should.
jest.setTimeout(120_000);

type Database = Awaited<ReturnType<typeof createDataSource>>;

const HOUR = 3_600_000;
const ids = new UuidV7Generator();
const database = testPostgres();
const [folder, clock] = [mkdtempSync(join(tmpdir(), 'saved-searches-')), new SystemClock()];
let owner: Database;
let worker: Database;
let indexing: RealIndexing;

beforeAll(async () => {
  await migrateForTests(database.url, authMigrations);
  await migrateForTests(database.url, vacanciesMigrations);
  const url = new URL(database.url);
  url.searchParams.set('options', '-c role=job_scope_worker');
  owner = await createDataSource({ url: database.url, applicationName: 'saved-searches-spec' });
  worker = await createDataSource({ url: url.href, applicationName: 'saved-searches-spec' });
  indexing = new RealIndexing(worker, database.url, postgresEngine(worker));
  await indexing.prepare();
}, 60_000);
afterAll(async () => {
  await Promise.all([owner.destroy(), worker.destroy()]);
  rmSync(folder, { recursive: true });
});
afterEach(async () => {
  await owner.query('TRUNCATE vacancies.saved_searches CASCADE');
  for (const file of readdirSync(folder)) rmSync(join(folder, file));
});

let told = 0;
/** As auth-service publishes it. */
const publish = async (userId: string, event: 'changed' | 'deleted', payload: object): Promise<void> => {
  await owner.query(
    `INSERT INTO auth.user_events (user_id, position, event_name, event_version, revision, payload, published_at)
     VALUES ($1, $2, $3, 1, $2, $4, now()) ON CONFLICT (user_id) DO UPDATE
     SET position = excluded.position, event_name = excluded.event_name, payload = excluded.payload`,
    [userId, ++told, `users.${event}`, JSON.stringify({ userId, ...payload })],
  );
};
const follow = () => new FollowUsers(new PostgresUserFeed(worker), new PostgresRecipients(worker)).execute(100);

/** A user with a proved address, and her saved search for everything. */
const aUserWithASearch = async (): Promise<{ readonly userId: string; readonly savedSearchId: string }> => {
  const userId = ids.next();
  await publish(userId, 'changed', { email: 'ann@example.org', verified: true, active: true });
  const wish = { name: 'All', search: {}, frequency: 'hourly', language: 'en' };
  const rates = new PostgresCurrencyRates(owner);
  const create = new CreateSavedSearch(new PostgresSavedSearchStore(owner), rates, clock, ids);
  const created = await create.execute({ userId, wish, paused: false });
  if (!created.ok) throw new Error(created.error.code);
  return { userId, savedSearchId: created.value.id };
};

let numbers = 0;
/** Stores so many, which stand in the index at once. */
const store = async (count: number): Promise<void> => {
  await indexing.store(
    Array.from({ length: count }, () => ++numbers),
    'Cook',
  );
  await indexing.drain();
};

const after = (ms: number): Clock => ({ now: () => new Date(Date.now() + ms) });
const look = (at: Clock) =>
  new LookAtSavedSearches(
    ...([new PostgresSavedSearchLooks(worker), new PostgresVacancySearchReader(worker)] as const),
    ...([new PostgresStoredRevisions(worker), new PostgresCurrencyRates(worker), at, ids] as const),
  ).execute(10);
const sender = (at: Clock, queue = new PostgresNotificationQueue(worker)) => {
  const transport = new FolderMailTransport(folder, 'Job Scope <no-reply@jobs.example>');
  return new SendNotifications(
    queue,
    new PlatformNotificationMailer(transport, 'https://jobs.example', silentLogger),
    at,
  );
};

const mails = (): readonly string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.eml'))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'));
const header = (mail: string, name: string): string => new RegExp(`^${name}: (.*)\r$`, 'im').exec(mail)?.[1] ?? '';

it('sends one mail about what is new, with a link that ends such mails', async () => {
  await store(3);
  await pause(2, new AbortController().signal);
  await aUserWithASearch();
  await follow();
  await store(2);
  expect(await look(after(HOUR))).toEqual({ looks: 1, told: 2, failures: [] });
  await sender(after(HOUR)).execute(10);
  const [mail = '', ...others] = mails();
  expect(others).toEqual([]);
  expect([header(mail, 'to'), header(mail, 'subject')]).toEqual(['ann@example.org', 'All: 2 new vacancies']);
  expect(header(mail, 'list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
  expect(mail).toMatch(/List-Unsubscribe:\s+<https:\/\/jobs\.example\/unsubscribe\/[\da-f-]{36}>/);
  expect(mail).toContain(`Cook ${numbers}\r\n`);
  expect(mail).not.toContain(`Cook ${numbers - 2}\r\n`);
  expect(await look(after(2 * HOUR))).toMatchObject({ looks: 1, told: 0 });
  expect(await sender(after(2 * HOUR)).execute(10)).toEqual([]);
});

it('sends the same mail again when a worker was killed between sending and noting, and each vacancy stands in one', async () => {
  await aUserWithASearch();
  await follow();
  await store(2);
  await look(after(HOUR));
  class Killed extends PostgresNotificationQueue {
    override settle = (): Promise<void> => new Promise(() => {});
  }
  void sender(after(HOUR), new Killed(worker)).execute(10);
  while (mails().length === 0) await pause(10, new AbortController().signal);
  expect(await sender(after(HOUR)).execute(10)).toEqual([]);
  await store(1);
  expect(await look(after(2 * HOUR))).toMatchObject({ told: 1 });
  expect((await sender(after(2 * HOUR)).execute(10)).map(({ outcome }) => outcome)).toEqual(['sent', 'sent']);
  const ofTwo = mails().filter((mail) => header(mail, 'subject') === 'All: 2 new vacancies');
  expect([mails().length, ofTwo.length, new Set(ofTwo.map((mail) => header(mail, 'message-id'))).size]).toEqual([
    3, 2, 1,
  ]);
});

it('looks again when a worker was killed over a look, and tells of everything then', async () => {
  await aUserWithASearch();
  await follow();
  await store(2);
  const now = after(HOUR).now();
  await new PostgresSavedSearchLooks(worker).claimDue(now, new Date(now.getTime() + 60_000), 10);
  expect(await look(after(HOUR))).toMatchObject({ looks: 0 });
  expect(await look(after(HOUR + 61_000))).toMatchObject({ looks: 1, told: 2 });
});

it('sends nothing while paused, nothing to users who are not active, and keeps nothing of deleted ones', async () => {
  const paused = await aUserWithASearch();
  const [inactive, deleted] = [await aUserWithASearch(), await aUserWithASearch()];
  await follow();
  await store(1);
  expect(await look(after(HOUR))).toMatchObject({ looks: 3, told: 3 });
  const pauseSearch = new PauseSavedSearch(new PostgresSavedSearchStore(owner), clock);
  await pauseSearch.execute(paused);
  await publish(inactive.userId, 'changed', { email: 'bob@example.org', verified: true, active: false });
  await publish(deleted.userId, 'deleted', {});
  await follow();
  const outcomes = (await sender(after(HOUR)).execute(10)).map(({ outcome }) => outcome);
  expect([outcomes, mails()]).toEqual([['dropped', 'dropped'], []]);
  const left = await owner.query('SELECT owner_id FROM vacancies.saved_searches ORDER BY id');
  expect(left).toEqual([{ owner_id: paused.userId }, { owner_id: inactive.userId }]);
  const known = 'SELECT user_id FROM vacancies.recipients WHERE user_id = ANY ($1)';
  expect(await owner.query(known, [[inactive.userId, deleted.userId]])).toEqual([]);
});

describe('a worker', () => {
  const start = (env: Record<string, string | undefined>) =>
    startProcess({
      command: process.execPath,
      args: ['-r', '@swc-node/register', 'apps/vacancy-worker/src/main.ts'],
      cwd: join(__dirname, '../../..'),
      env: {
        ...{ TS_NODE_PROJECT: 'tsconfig.base.json', NODE_OPTIONS: undefined, REDIS_URL: undefined },
        ...{ ELASTICSEARCH_URL: undefined, HEADHUNTER_BASE_URL: 'http://127.0.0.1:9', MANAGEMENT_PORT: '0' },
        ...{ HEADHUNTER_USER_AGENT: 'JobScope/1.0 (test@example.org)', DATABASE_URL: database.url, ...env },
      },
      readyWhen: /the service runs/,
    });
  beforeAll(() => migrateQueue(database.url, { workers: [], readers: [] }));

  /** Has everything new that a saved search finds told of until the metrics of the worker say so; returns them. */
  const metricsOnce = async (port: number, savedSearchId: string, wanted: string): Promise<string> => {
    const due = 'UPDATE vacancies.saved_searches SET due_at = now() WHERE id = $1 AND due_at > now()';
    for (;;) {
      await owner.query(due, [savedSearchId]);
      const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
      if (metrics.includes(wanted)) return metrics;
      await pause(200, new AbortController().signal);
    }
  };
  const SENT = 'notifications_total{outcome="sent",service="vacancy-worker"} 1\n';
  const PUT_OFF = 'notifications_total{outcome="put-off",service="vacancy-worker"} 1\n';
  const TOLD = 'saved_search_matches_total{service="vacancy-worker"} 1\n';
  const unsent = (count: number) => `notifications_unsent{service="vacancy-worker"} ${count}\n`;

  it.each([
    ['learns of users, looks, and sends by itself', { MAIL_FOLDER: folder }, SENT, unsent(0), ['All: 1 new vacancy']],
    ['tells how many mails it cannot send', { SMTP_URL: 'smtp://127.0.0.1:9' }, PUT_OFF, unsent(1), []],
  ])('%s, as its metrics say', async (_, mail, outcome, backlog, sent) => {
    const port = await freePort();
    const process = await start({ ...mail, MANAGEMENT_PORT: String(port) });
    const { savedSearchId } = await aUserWithASearch();
    await indexing.store([++numbers], 'Baker');
    const metrics = await metricsOnce(port, savedSearchId, outcome);
    await process.stop();
    for (const line of [TOLD, backlog]) expect(metrics).toContain(line);
    expect(metrics).toMatch(/^saved_search_looks_total\{result="done",service="vacancy-worker"\} [1-9]/m);
    expect(metrics).toMatch(/^saved_search_looks_total\{result="failed",service="vacancy-worker"\} 0$/m);
    expect(mails().map((each) => header(each, 'subject'))).toEqual(sent);
  });

  it('does not start with two places for mails', async () => {
    const both = { MAIL_FOLDER: folder, SMTP_URL: 'smtp://127.0.0.1' };
    await expect(start(both)).rejects.toThrow(/SMTP_URL.*MAIL_FOLDER/);
  });
});
