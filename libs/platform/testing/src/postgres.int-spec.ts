import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runSql, startPostgres } from './postgres';
import { startScript } from './script.fixture';
import { testPostgres } from './test-postgres';

// A PostgreSQL to start for nearly every test: a second, but on a busy machine many.
jest.setTimeout(60_000);

describe('startPostgres', () => {
  let folder: string;
  beforeAll(() => {
    // What people name their folders. Open to others, as a server that root starts runs as nobody.
    folder = mkdtempSync(join(tmpdir(), 'job scope – ünï жук '));
    chmodSync(folder, 0o755);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('runs a temporary server that knows letters of every alphabet, and takes all of it away', async () => {
    const server = await startPostgres();
    const url = await server.createDatabase('jobs');
    expect(await server.createDatabase('jobs')).toBe(url);
    expect(await runSql(url, "SELECT current_database() AS name, lower('ЖУК') AS lower")).toEqual([
      { name: 'jobs', lower: 'жук' },
    ]);
    await server.stop();
    await expect(runSql(url, 'SELECT 1')).rejects.toThrow('ECONNREFUSED');
  });

  it('keeps what it has stored in a data folder', async () => {
    const dataDir = join(folder, 'kept');
    const first = await startPostgres({ dataDir });
    await runSql(first.url(), 'CREATE TABLE kept AS SELECT 1 AS n');
    await first.stop();
    const second = await startPostgres({ dataDir });
    expect(await runSql(second.url(), 'SELECT n FROM kept')).toEqual([{ n: 1 }]);
    await second.stop();
  });

  it('asks everyone for a password', async () => {
    const server = await startPostgres();
    const guess = Object.assign(new URL(server.url()), { password: 'guess' }).href;
    await expect(runSql(guess, 'SELECT 1')).rejects.toThrow('password authentication failed');
    await server.stop();
  });

  it('finds the server whose starter was killed, and can end it', async () => {
    const dataDir = join(folder, 'orphan');
    const starter = await startScript('start-postgres.fixture.ts', [dataDir]);
    await starter.stop('SIGKILL');
    const found = await startPostgres({ dataDir });
    expect(starter.output()).toContain(`"${found.url()}"`);
    expect(await runSql(found.url(), 'SELECT n FROM begun')).toEqual([{ n: 1 }]);
    await found.stop();
    await expect(runSql(found.url(), 'SELECT 1')).rejects.toThrow('ECONNREFUSED');
  });

  it('ends a temporary server with the process that started it', async () => {
    const starter = await startScript('start-postgres.fixture.ts', []);
    const url = /"(postgres:.*)"/.exec(starter.output())?.[1] ?? '';
    expect(await starter.stop('SIGTERM')).toEqual({ code: 0, signal: null });
    await expect(runSql(url, 'SELECT 1')).rejects.toThrow('ECONNREFUSED');
  });

  it('says why it cannot use a folder', async () => {
    const closed = mkdtempSync(join(folder, 'closed-'));
    chmodSync(closed, 0o500);
    await expect(startPostgres({ dataDir: join(closed, 'data') })).rejects.toThrow(/permission denied/i);
  });
});

describe('testPostgres', () => {
  const one = testPostgres();
  const other = testPostgres();

  it('gives each caller an empty database of its own', async () => {
    await runSql(one.url, 'CREATE TABLE mine ()');
    const tables = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'";
    expect(await runSql(one.url, tables)).toEqual([{ tablename: 'mine' }]);
    expect(await runSql(other.url, tables)).toEqual([]);
  });
});
