import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort, startProcess, type RunningProcess } from '@job-scope/platform-testing';

export const workspace = resolve(__dirname, '..');
const STARTED = /^Ctrl-C stops everything/;
const STARTS_WITHIN_MS = 170_000;
jest.setTimeout(180_000);

/** What `npm start` runs with: nothing of the developer's own shell decides. */
const CLEAN = {
  NODE_OPTIONS: undefined,
  NODE_ENV: undefined,
  PORT: undefined,
  HEADHUNTER_BASE_URL: undefined,
  HEADHUNTER_CLIENT_ID: undefined,
  HEADHUNTER_CLIENT_SECRET: undefined,
  HEADHUNTER_TOKEN_KEY: undefined,
  TRUDVSEM_BASE_URL: undefined,
  GREENHOUSE_BASE_URL: undefined,
  GREENHOUSE_BOARDS: undefined,
  REDIS_URL: undefined,
  ELASTICSEARCH_URL: undefined,
  SMTP_URL: undefined,
  JWT_TRANSPORT: undefined,
  ...unlimited('GLOBAL', 'LOGIN', 'LOGIN_ADDRESS', 'LOGIN_ACCOUNT', 'MAIL', 'ADDRESS'),
};

/** A test that waits asks more often than people do. */
function unlimited(...limits: readonly string[]): Record<string, string> {
  return Object.fromEntries(limits.map((name) => [`RATE_LIMIT_${name}`, '100000000/60']));
}

/** Arguments of `npm start` for who needs no vacancies. */
export const IDENTITY_ALONE = [
  ...['--no-collect', '--vacancies', '1'],
  ...['--without', 'vacancy-worker', '--without', 'scheduler'],
];

/** A gateway that was started by hand. */
export interface Gateway {
  readonly process: RunningProcess;
  readonly url: string;
}

/** A data folder of its own, and the system that `npm start` runs on it. */
export class LocalStack {
  readonly dataDir = mkdtempSync(join(tmpdir(), 'job scope вакансии '));

  constructor() {
    // PostgreSQL refuses to run as root, and its other user must be able to reach its data.
    chmodSync(this.dataDir, 0o755);
  }

  /** Runs `npm start -- args` until its final screen. */
  async start(args: readonly string[] = [], env: Record<string, string> = {}): Promise<RunningStack> {
    return new RunningStack(await this.launch(args, env, STARTED), this.dataDir);
  }

  /** Starts one service by hand, as the final screen says; for a system that was started `--without` it. */
  startService(name: string, env: Record<string, string> = {}): Promise<RunningProcess> {
    return startProcess({
      command: process.execPath,
      args: [
        `--env-file=${join(this.dataDir, 'secrets', `${name}.env`)}`,
        join(workspace, 'dist/apps', name, 'main.js'),
      ],
      env: { ...CLEAN, JOB_SCOPE_DATA_DIR: this.dataDir, ...env },
      readyWhen: /service-started/,
    });
  }

  /** Starts one more gateway by hand, on ports of its own. */
  async startGateway(env: Record<string, string> = {}): Promise<Gateway> {
    const [port, managementPort] = [await freePort(), await freePort()];
    const ports = { PORT: String(port), MANAGEMENT_PORT: String(managementPort) };
    return { process: await this.startService('api-gateway', { ...ports, ...env }), url: `http://127.0.0.1:${port}` };
  }

  /** Runs `npm start -- args` and resolves with what it says and its exit code, when it is not expected to start. */
  async startInVain(args: readonly string[], env: Record<string, string> = {}) {
    const running = await this.launch(args, env, /./);
    return { ...(await running.exited), output: running.output() };
  }

  file(...path: string[]): string {
    return readFileSync(join(this.dataDir, ...path), 'utf8');
  }

  /** The database, as its owner. */
  get databaseUrl(): string {
    return /^DATABASE_URL='(.+)'$/m.exec(this.file('secrets', 'migrator.env'))?.[1] ?? '';
  }

  get superuserPassword(): string {
    return this.file('secrets', 'superuser-password');
  }

  log(service: string): string {
    return this.file('logs', `${service}.log`);
  }

  /** Ids of all processes that were started for this data folder and still run. */
  processes(): number[] {
    const mark = `JOB_SCOPE_DATA_DIR=${this.dataDir}\0`;
    const runsHere = (pid: string) => {
      try {
        return `${readFileSync(`/proc/${pid}/environ`, 'utf8')}\0`.includes(mark);
      } catch {
        return false;
      }
    };
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name) && runsHere(name))
      .map(Number);
  }

  async untilNothingRuns(): Promise<void> {
    while (this.processes().length > 0) await delay(50);
  }

  /** Ends what a failed test has left, and removes the data. */
  async destroy(): Promise<void> {
    for (const pid of this.processes()) process.kill(pid, 'SIGKILL');
    await this.untilNothingRuns();
    if (existsSync(this.dataDir)) rmSync(this.dataDir, { recursive: true, force: true });
  }

  private launch(args: readonly string[], env: Record<string, string>, readyWhen: RegExp): Promise<RunningProcess> {
    return startProcess({
      command: process.execPath,
      args: [join(workspace, 'tools/bootstrap/run.mjs'), 'start', ...args],
      env: { ...CLEAN, ...env, JOB_SCOPE_DATA_DIR: this.dataDir },
      readyWhen,
      timeoutMs: STARTS_WITHIN_MS,
    });
  }
}

/** A system that has come to its final screen. */
export class RunningStack {
  constructor(
    readonly process: RunningProcess,
    private readonly dataDir: string,
  ) {}

  get screen(): string {
    return this.process.output();
  }

  /** Of the gateway, as the screen says. */
  get url(): string {
    return this.shown(/api-gateway +(http:[^,]+),/);
  }

  /** The three lines to try, as printed. */
  get trials(): string[] {
    return [...this.screen.matchAll(/^ {2}((?:curl|TOKEN=).*)$/gm)].map(([, line = '']) => line);
  }

  /** Process id of a service, found by the settings that it was started with. */
  pidOf(service: string): number {
    const mark = `--env-file=${join(this.dataDir, 'secrets', `${service}.env`)}\0`;
    const pid = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .find(
        (name) => existsSync(`/proc/${name}/cmdline`) && readFileSync(`/proc/${name}/cmdline`, 'utf8').includes(mark),
      );
    if (!pid) throw new Error(`${service} does not run`);
    return Number(pid);
  }

  stop(signal: NodeJS.Signals = 'SIGINT') {
    return this.process.stop(signal);
  }

  private shown(pattern: RegExp): string {
    const found = pattern.exec(this.screen)?.[1];
    if (!found) throw new Error(`the screen does not show ${pattern}:\n${this.screen}`);
    return found;
  }
}
