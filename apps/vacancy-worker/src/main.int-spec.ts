import { join } from 'node:path';
import { freePort, startProcess, testPostgres, type RunningProcess } from '@job-scope/platform-testing';
import { migrateQueue } from '@job-scope/vacancies-infrastructure/bullmq';

// Each test starts a process: a second, but on a busy machine many.
jest.setTimeout(120_000);

const ROOT = join(__dirname, '../../..');

const SETTINGS = {
  TS_NODE_PROJECT: 'tsconfig.base.json',
  NODE_OPTIONS: undefined,
  DATABASE_URL: undefined,
  REDIS_URL: undefined,
  ELASTICSEARCH_URL: undefined,
  HEADHUNTER_BASE_URL: 'http://127.0.0.1:9',
  HEADHUNTER_USER_AGENT: 'JobScope/1.0 (test@example.org)',
};

const start = (env: Readonly<Record<string, string | undefined>>): Promise<RunningProcess> =>
  startProcess({
    command: process.execPath,
    args: ['-r', '@swc-node/register', 'apps/vacancy-worker/src/main.ts'],
    cwd: ROOT,
    env: { ...SETTINGS, ...env },
    readyWhen: /the service runs/,
  });

describe('vacancy-worker', () => {
  const database = testPostgres();
  beforeAll(() => migrateQueue(database.url, { workers: [], readers: [] }));

  it('is ready with PostgreSQL alone, shows its metrics, and stops in order when it is told to', async () => {
    const port = await freePort();
    const worker = await start({ DATABASE_URL: database.url, MANAGEMENT_PORT: String(port) });
    const ready = await fetch(`http://127.0.0.1:${port}/readyz`);
    const metrics = await fetch(`http://127.0.0.1:${port}/metrics`);
    expect([ready.status, await ready.json()]).toEqual([200, { status: 'ready', missing: [] }]);
    expect(await metrics.text()).toContain('outbox_oldest_age_seconds');
    expect(await worker.stop()).toEqual({ code: 0, signal: null });
  });

  it.each([
    ['DATABASE_URL', { DATABASE_URL: '' }],
    ['HEADHUNTER_USER_AGENT', { HEADHUNTER_USER_AGENT: 'JobScope/1.0 test@example.org' }],
    ['HEADHUNTER_REQUESTS_PER_SECOND', { HEADHUNTER_REQUESTS_PER_SECOND: '0' }],
    ['TRUDVSEM_BASE_URL', { TRUDVSEM_BASE_URL: 'opendata.trudvsem.ru' }],
    ['TRUDVSEM_REQUESTS_PER_SECOND', { TRUDVSEM_REQUESTS_PER_SECOND: '0' }],
    ['GREENHOUSE_BOARDS', { GREENHOUSE_BOARDS: 'quietlantern, /../etc' }],
  ])(
    'does not start with a wrong %s, and names it',
    async (variable, env) => {
      await expect(start({ DATABASE_URL: database.url, ...env })).rejects.toThrow(
        new RegExp(`ended \\(1\\)[^]*${variable}: got`),
      );
    },
    60_000,
  );
});
