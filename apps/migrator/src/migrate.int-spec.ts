import { runSql, startPostgres, type PostgresServer } from '@job-scope/platform-testing';
import { postgresQueues } from '@job-scope/vacancies-infrastructure/bullmq';
import { Queue, Worker } from 'bullmq';
import { Client } from 'pg';
import { explain } from './explain';
import { migrate } from './migrate';
import { MigratorSettings } from './settings';

jest.setTimeout(60_000);

const PASSWORDS = {
  gatewayDbPassword: 'gateway password',
  authDbPassword: 'auth password 123',
  workerDbPassword: `worker ' " \\ $pass`,
  schedulerDbPassword: 'scheduler password',
};
const ROLES = {
  job_scope_gateway: PASSWORDS.gatewayDbPassword,
  job_scope_auth: PASSWORDS.authDbPassword,
  job_scope_worker: PASSWORDS.workerDbPassword,
  job_scope_scheduler: PASSWORDS.schedulerDbPassword,
};

/** A server of its own: roles belong to the whole server, and so would be shared with other specs. */
let server: PostgresServer;

beforeAll(async () => {
  server = await startPostgres();
  await runSql(server.url(), `CREATE ROLE owner LOGIN CREATEROLE PASSWORD 'owner password'`);
});
afterAll(() => server.stop());

const urlAs = (database: string, role: string, password: string): string => {
  const url = new URL(server.url(database));
  return Object.assign(url, { username: role, password: encodeURIComponent(password) }).href;
};

/** Its owner is no superuser: that is all a migrator may count on. */
const createDatabase = async (name: string): Promise<MigratorSettings> => {
  await runSql(server.url(), `CREATE DATABASE ${name} OWNER owner`);
  return Object.assign(new MigratorSettings(), {
    ...PASSWORDS,
    databaseUrl: urlAs(name, 'owner', 'owner password'),
  });
};

const run = async (settings: MigratorSettings): Promise<readonly string[]> => {
  const lines: string[] = [];
  await migrate(settings, (line) => lines.push(line));
  return lines;
};

const query = async (url: string, sql: string): Promise<unknown[]> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  return (await client.query(sql).finally(() => client.end())).rows;
};

const SCHEMAS = `SELECT schemaname, count(*)::int FROM pg_tables
  WHERE schemaname IN ('auth', 'platform', 'queue', 'vacancies') GROUP BY 1 ORDER BY 1`;

it('makes everything once, says what it made, and finds nothing to do the second time', async () => {
  const settings = await createDatabase('fresh');
  const first = await run(settings);
  expect(first[0]).toBe('roles: job_scope_gateway, job_scope_auth, job_scope_worker, job_scope_scheduler');
  expect(first).toContain('vacancies: CreateVacancies1763900001000');
  expect(first.at(-1)).toBe('queue: up to date');
  const tables = await query(settings.databaseUrl, SCHEMAS);
  expect(tables.map((row) => (row as { schemaname: string }).schemaname)).toEqual([
    ...['auth', 'platform', 'queue', 'vacancies'],
  ]);

  const second = await run(settings);
  expect(second.slice(1)).toEqual(['platform', 'auth', 'vacancies', 'queue'].map((schema) => `${schema}: up to date`));
  expect(await query(settings.databaseUrl, SCHEMAS)).toEqual(tables);
});

it('is safe when several run at once: one works, the others wait and find it done', async () => {
  const settings = await createDatabase('busy');
  const outputs = await Promise.all([run(settings), run(settings), run(settings)]);
  const made = outputs.filter((lines) => lines.includes('vacancies: CreateOutbox1763900003000'));
  const waited = outputs.filter((lines) => lines[0] === 'another migrator is at work: waiting for it');
  expect([made.length, waited.length]).toEqual([1, 2]);
});

describe('the roles', () => {
  const NAME = 'roles';
  const as = (role: keyof typeof ROLES, sql: string) => query(urlAs(NAME, role, ROLES[role]), sql);

  beforeAll(async () => void (await run(await createDatabase(NAME))));

  it.each(Object.keys(ROLES) as (keyof typeof ROLES)[])('let %s log in with its password only', async (role) => {
    expect(await as(role, 'SELECT current_user::text AS me')).toEqual([{ me: role }]);
    await expect(query(urlAs(NAME, role, 'another password'), 'SELECT 1')).rejects.toThrow(/password authentication/);
  });

  it.each([
    ['job_scope_gateway', 'SELECT * FROM auth.session_status'],
    ['job_scope_gateway', 'SELECT * FROM vacancies.search_documents'],
    ['job_scope_gateway', `INSERT INTO platform.rate_limits VALUES ('gateway')`],
    ['job_scope_auth', 'SELECT * FROM auth.sessions'],
    ['job_scope_auth', `INSERT INTO platform.rate_limits VALUES ('auth')`],
    ['job_scope_worker', 'SELECT * FROM queue.job'],
    ['job_scope_scheduler', 'SELECT * FROM vacancies.schedules'],
  ] as const)('let %s: %s', (role, sql) => expect(as(role, sql)).resolves.toBeDefined());

  it.each([
    ['job_scope_gateway', 'SELECT * FROM auth.sessions'],
    ['job_scope_gateway', 'SELECT * FROM auth.users'],
    ['job_scope_gateway', 'SELECT * FROM auth.signing_keys'],
    ['job_scope_gateway', 'DELETE FROM queue.job'],
    ['job_scope_gateway', 'UPDATE queue.job SET name = name'],
    ['job_scope_scheduler', 'SELECT * FROM queue.job'],
    ['job_scope_auth', 'SELECT * FROM vacancies.vacancies'],
    ['job_scope_auth', 'SELECT * FROM queue.job'],
    ['job_scope_worker', 'SELECT * FROM auth.session_status'],
    ['job_scope_worker', 'SELECT * FROM platform.rate_limits'],
    ['job_scope_scheduler', 'INSERT INTO vacancies.vacancies DEFAULT VALUES'],
    ['job_scope_scheduler', 'SELECT * FROM queue.job'],
    ['job_scope_scheduler', 'CREATE SCHEMA mine'],
    ['job_scope_worker', 'CREATE TEMPORARY TABLE mine ()'],
    ['job_scope_worker', 'CREATE ROLE mine'],
  ] as const)('do not let %s: %s', (role, sql) => expect(as(role, sql)).rejects.toThrow(/permission denied/));

  it('let the worker run its jobs', async () => {
    const url = urlAs(NAME, 'job_scope_worker', ROLES.job_scope_worker);
    const { producer, consumer } = postgresQueues(url, 'migrator-spec');
    const queue = new Queue('spec', producer);
    const worker = new Worker('spec', null, { ...consumer, autorun: false });
    // As ours do: for a job without an identifier of its own BullMQ would make a sequence, which the role may not.
    await queue.add('job', { n: 1 }, { jobId: 'spec-1' });
    const job = await worker.getNextJob('token', { block: false });
    await job?.moveToCompleted('done', 'token', false);
    expect(await queue.getCompletedCount()).toBe(1);
    await Promise.all([worker.close(), queue.close()]);
  });

  it('get a new password by the next run, without anything else changing', async () => {
    const settings = Object.assign(new MigratorSettings(), {
      ...PASSWORDS,
      databaseUrl: urlAs(NAME, 'owner', 'owner password'),
      authDbPassword: 'the new password',
    });
    await run(settings);
    const renewed = urlAs(NAME, 'job_scope_auth', 'the new password');
    expect(await query(renewed, 'SELECT count(*)::int FROM auth.users')).toEqual([{ count: 0 }]);
    await run(Object.assign(settings, PASSWORDS));
  });
});

describe('says why it failed', () => {
  const failure = (settings: MigratorSettings) => run(settings).then(() => 'it did not fail', explain);
  const settingsFor = (databaseUrl: string) => Object.assign(new MigratorSettings(), { ...PASSWORDS, databaseUrl });

  it('when there is no server', async () => {
    expect(await failure(settingsFor('postgres://owner@localhost:1/none'))).toMatch(/ECONNREFUSED .*:1/);
  });

  it('when the password is wrong', async () => {
    expect(await failure(settingsFor(urlAs('postgres', 'owner', 'wrong')))).toMatch(/password authentication failed/);
  });

  it('when the role may not create roles', async () => {
    await runSql(server.url(), `CREATE ROLE tenant LOGIN PASSWORD 'tenant password'`);
    await runSql(server.url(), 'CREATE DATABASE tenant OWNER tenant');
    const reason = await failure(settingsFor(urlAs('tenant', 'tenant', 'tenant password')));
    expect(reason).toMatch(/permission denied to (create|alter) role/);
  });

  it('when a migration fails: it is rolled back, those before it stay, and a repaired database goes on', async () => {
    const settings = await createDatabase('broken');
    await query(settings.databaseUrl, 'CREATE SCHEMA vacancies; CREATE TABLE vacancies.collection_windows ()');
    const reason = await failure(settings);
    expect(reason).toMatch(/^CreateCollections1763900002000 of vacancies failed and was rolled back: .*already exists/);
    expect(await query(settings.databaseUrl, `SELECT to_regclass('vacancies.collection_runs') AS runs`)).toEqual([
      { runs: null },
    ]);
    await query(settings.databaseUrl, 'DROP TABLE vacancies.collection_windows');
    expect(await run(settings)).toContain('vacancies: CreateCollections1763900002000');
  });
});
