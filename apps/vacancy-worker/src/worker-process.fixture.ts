import { startProcess, type RunningProcess } from '@job-scope/platform-testing';
import { join } from 'node:path';

export interface WorkerProcess {
  readonly databaseUrl: string;
  readonly redisUrl: string | undefined;
  /** Of HeadHunter's simulator. */
  readonly sourceUrl: string;
  readonly requestsPerSecond: number;
}

/** A worker as it is in production: a process of its own, which collects from a simulator of HeadHunter. */
export const startWorker = (options: WorkerProcess): Promise<RunningProcess> =>
  startProcess({
    command: process.execPath,
    args: ['-r', '@swc-node/register', 'apps/vacancy-worker/src/main.ts'],
    cwd: join(__dirname, '../../..'),
    env: {
      TS_NODE_PROJECT: 'tsconfig.base.json',
      NODE_OPTIONS: undefined,
      ELASTICSEARCH_URL: undefined,
      DATABASE_URL: options.databaseUrl,
      REDIS_URL: options.redisUrl,
      MANAGEMENT_PORT: '0',
      HEADHUNTER_BASE_URL: options.sourceUrl,
      HEADHUNTER_USER_AGENT: 'JobScope/1.0 (test@example.org)',
      HEADHUNTER_REQUESTS_PER_SECOND: String(options.requestsPerSecond),
    },
    readyWhen: /the service runs/,
  });
