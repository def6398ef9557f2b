import { join } from 'node:path';
import { freePort, startProcess, testPostgres, type RunningProcess } from '@job-scope/platform-testing';

// Each test starts a process: a second, but on a busy machine many.
jest.setTimeout(120_000);

const ROOT = join(__dirname, '../../..');

const start = (env: Readonly<Record<string, string>>): Promise<RunningProcess> =>
  startProcess({
    command: process.execPath,
    args: ['-r', '@swc-node/register', 'apps/scheduler/src/main.ts'],
    cwd: ROOT,
    env: { TS_NODE_PROJECT: 'tsconfig.base.json', NODE_OPTIONS: undefined, MANAGEMENT_PORT: '0', ...env },
    readyWhen: /the service runs/,
  });

describe('scheduler', () => {
  const database = testPostgres();

  it('is ready with PostgreSQL alone, and stops in order when it is told to', async () => {
    const port = await freePort();
    const env = { DATABASE_URL: database.url, MANAGEMENT_PORT: String(port), DEFAULT_SCHEDULE_CRON: 'none' };
    const scheduler = await start(env);
    const ready = await fetch(`http://127.0.0.1:${port}/readyz`);
    expect([ready.status, await ready.json()]).toEqual([200, { status: 'ready', missing: [] }]);
    expect(await scheduler.stop()).toEqual({ code: 0, signal: null });
  });

  it.each([
    ['DATABASE_URL', { DATABASE_URL: 'localhost' }],
    ['DEFAULT_SCHEDULE_CRON', { DEFAULT_SCHEDULE_CRON: 'every hour' }],
    ['SCHEDULE_HISTORY_DAYS', { SCHEDULE_HISTORY_DAYS: '0' }],
    ['DEFAULT_SCHEDULE_TIME_ZONE', { DEFAULT_SCHEDULE_TIME_ZONE: 'Europe/Atlantis' }],
  ])(
    'does not start with a wrong %s, and names it',
    async (variable, env) => {
      const started = start({ DATABASE_URL: database.url, ...env });
      await expect(started).rejects.toThrow(new RegExp(`ended \\(1\\)[^]*${variable}: got`));
    },
    60_000,
  );
});
