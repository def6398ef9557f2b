import { chmod, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { startPostgres, startProcess, type RunningProcess } from '@job-scope/platform-testing';
import { undoable } from './undo';

const root = resolve(__dirname, '../..');

export interface StackOptions {
  /** Sessions and the queue are there; without it in PostgreSQL. */
  readonly redisUrl?: string;
  /** The index is there; without it in PostgreSQL. */
  readonly elasticsearchUrl?: string;
}

export interface WorkerOptions {
  readonly sourceUrl: string;
  /** The most that V8 may keep in its old generation. */
  readonly heapMegabytes?: number;
}

export interface Credentials {
  readonly email: string;
  readonly password: string;
}

/** The system as `npm start` runs it, on a database of its own that is thrown away; but without a worker. */
export interface Stack {
  readonly gatewayUrl: string;
  /** Of the database, as its superuser. */
  readonly databaseUrl: string;
  /** Where the search index is, unless it is in the database. */
  readonly elasticsearchUrl?: string;
  /** Removed with the stack. */
  readonly folder: string;
  readonly superuser: Credentials;
  /** Rejects, with the launcher's last words, if anything of it ends before `stop`. */
  readonly broken: Promise<never>;
  /** Logs the superuser in. */
  accessToken(): Promise<string>;
  /** A new worker process, ready; it asks the source as fast as it can. */
  startWorker(options: WorkerOptions): Promise<RunningProcess>;
  stop(): Promise<void>;
}

/** Starts the launcher of `npm start`, which builds the services first. */
export async function startStack(options: StackOptions = {}): Promise<Stack> {
  const parent = join(root, '.data');
  await mkdir(parent, { recursive: true });
  const folder = await mkdtemp(join(parent, 'bench-'));
  // PostgreSQL may run as another user, who must get to its own folder in this one.
  await chmod(folder, 0o755);
  const remove = undoable(() => rm(folder, { recursive: true, force: true }));
  const launcher = await launch(folder, options);
  const stop = undoable(() => launcher.stop());
  const { url } = await startPostgres({ dataDir: join(folder, 'postgres') });
  const gateway = parseEnv(await readFile(join(folder, 'secrets/api-gateway.env'), 'utf8'));
  const gatewayUrl = `http://127.0.0.1:${gateway['PORT']}`;
  const password = await readFile(join(folder, 'secrets/superuser-password'), 'utf8');
  const superuser = { email: 'admin@example.com', password };
  const broken = launcher.exited.then(() => Promise.reject(new Error(`the system ended:\n${launcher.output()}`)));
  // It is awaited beside the work; what happens after that, such as `stop`, is no failure.
  broken.catch(() => {});
  return {
    gatewayUrl,
    broken,
    databaseUrl: url('job_scope'),
    elasticsearchUrl: options.elasticsearchUrl,
    folder,
    superuser,
    accessToken: () => logIn(gatewayUrl, superuser),
    startWorker: (worker) => startWorker(join(folder, 'secrets/vacancy-worker.env'), worker),
    stop: async () => {
      await stop();
      await remove();
    },
  };
}

/** Out of the way, but counted as always. */
const HIGH_LIMITS = Object.fromEntries(
  ['GLOBAL', 'ADDRESS', 'LOGIN', 'LOGIN_ADDRESS', 'LOGIN_ACCOUNT'].map((name) => [
    `RATE_LIMIT_${name}`,
    '100000000/60',
  ]),
);

function launch(folder: string, { redisUrl, elasticsearchUrl }: StackOptions): Promise<RunningProcess> {
  const without = ['vacancy-worker', 'scheduler'].flatMap((service) => ['--without', service]);
  return startProcess({
    command: process.execPath,
    args: ['-r', '@swc-node/register', join(root, 'tools/local/main.ts'), '--no-collect', ...without],
    cwd: root,
    env: {
      JOB_SCOPE_DATA_DIR: folder,
      REDIS_URL: redisUrl,
      ...HIGH_LIMITS,
      ELASTICSEARCH_URL: elasticsearchUrl,
      // Said to be elsewhere, so that no simulator is started: each measurement has its own.
      HEADHUNTER_BASE_URL: 'http://127.0.0.1:9',
      TRUDVSEM_BASE_URL: 'http://127.0.0.1:9',
      GREENHOUSE_BASE_URL: 'http://127.0.0.1:9',
    },
    readyWhen: /Ctrl-C stops everything/,
    timeoutMs: 300_000,
  });
}

/** Unbounded, the young generation outgrows a small cap, and V8 then collects the whole heap ten times a second. */
const YOUNG_GENERATION = '--max-semi-space-size=16';

async function startWorker(envFile: string, options: WorkerOptions): Promise<RunningProcess> {
  const { sourceUrl, heapMegabytes } = options;
  const worker = await startProcess({
    command: process.execPath,
    args: [
      ...(heapMegabytes === undefined ? [] : [`--max-old-space-size=${heapMegabytes}`, YOUNG_GENERATION]),
      ...['--enable-source-maps', `--env-file=${envFile}`, join(root, 'dist/apps/vacancy-worker/main.js')],
    ],
    env: {
      HEADHUNTER_BASE_URL: sourceUrl,
      HEADHUNTER_USER_AGENT: 'JobScopeBench/1.0 (bench@example.org)',
      HEADHUNTER_REQUESTS_PER_SECOND: '1000',
      // What is measured is how fast lists become vacancies; each vacancy alone would be a measure of the simulator.
      HEADHUNTER_FETCH_DETAILS: 'false',
      MANAGEMENT_PORT: '0',
    },
    readyWhen: /service-started/,
  });
  undoable(() => worker.stop());
  return worker;
}

async function logIn(gatewayUrl: string, credentials: Credentials): Promise<string> {
  const response = await fetch(`${gatewayUrl}/api/v1/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...credentials, transport: 'header' }),
  });
  if (!response.ok) throw new Error(`the login was answered with ${response.status}: ${await response.text()}`);
  return ((await response.json()) as { accessToken: string }).accessToken;
}

/** A simulator of its own process that shows all of its vacancies in one search. */
export async function startSimulator(vacancies: number): Promise<{ url: string; stop(): Promise<void> }> {
  const simulator = await startProcess({
    command: process.execPath,
    args: [
      join(root, 'dist/tools/simulators/headhunter/main.js'),
      ...['--port', '0', '--size', String(vacancies), '--depth-limit', String(vacancies)],
    ],
    readyWhen: /ready at/,
  });
  const [url = ''] = /http:\S+/.exec(await simulator.line(/ready at/)) ?? [];
  return { url, stop: undoable(() => simulator.stop()) };
}
