import { startProcess } from '@job-scope/platform-testing';
import { join } from 'node:path';

const ROOT = join(__dirname, '../../..');

export type Scenario = { readonly name: string } & Readonly<Record<string, unknown>>;

/** A request as a simulator has logged it. */
export interface SeenRequest {
  /** In milliseconds since the simulator was started. */
  readonly at: number;
  readonly path: string;
  readonly query: Readonly<Record<string, unknown>>;
  /** Null until it is answered. */
  readonly status: number | null;
  /** What the simulator does to it. */
  readonly scenarios: readonly string[];
}

export type SimulatedName = 'headhunter' | 'trudvsem' | 'greenhouse';

/** The boards that the simulator of Greenhouse makes up first. */
export const BOARDS = ['quietlantern', 'ringingskyline', 'mossyiron'];

const OPTIONS: Readonly<Record<SimulatedName, readonly string[]>> = {
  headhunter: [],
  trudvsem: [],
  greenhouse: ['--boards', String(BOARDS.length)],
};

/** Where each source says how many vacancies it has. */
const COUNTS: Readonly<Record<SimulatedName, readonly string[]>> = {
  headhunter: ['/vacancies?per_page=0'],
  trudvsem: ['/api/v1/vacancies?limit=1'],
  greenhouse: BOARDS.map((board) => `/v1/boards/${board}/jobs`),
};

/** One of the project's simulators as a process of its own, its control door open. */
export class SimulatedSource {
  private constructor(
    readonly name: SimulatedName,
    readonly url: string,
    readonly stop: () => Promise<unknown>,
  ) {}

  static async start(name: SimulatedName, size: number): Promise<SimulatedSource> {
    const running = await startProcess({
      command: process.execPath,
      args: [
        ...['-r', '@swc-node/register', `tools/simulators/${name}/main.ts`],
        ...['--port', '0', '--control', '--size', String(size), ...OPTIONS[name]],
      ],
      cwd: ROOT,
      env: { TS_NODE_PROJECT: 'tsconfig.base.json', NODE_OPTIONS: undefined },
      readyWhen: /ready at/,
    });
    const [url = ''] = /http:\S+/.exec(running.output()) ?? [];
    return new SimulatedSource(name, url, () => running.stop());
  }

  async switchOn(scenario: Scenario): Promise<void> {
    await this.control('POST', 'scenario', scenario);
  }

  /** What was switched on ends; what it has done to the vacancies stays. */
  async calm(): Promise<void> {
    await this.control('DELETE', 'scenario');
  }

  /** How many vacancies it shows, asked past every adapter. */
  async found(): Promise<number> {
    const counts = COUNTS[this.name].map(async (path) => {
      const { found, meta } = await this.read<Counted>(path);
      return found ?? meta?.total ?? Number.NaN;
    });
    return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
  }

  /** The identifier of the vacancy that HeadHunter shows first. */
  async newest(): Promise<string> {
    const { items } = await this.read<{ items: readonly { id: string }[] }>(
      '/vacancies?per_page=1&order_by=publication_time',
    );
    return items[0]?.id ?? '';
  }

  /** Oldest first. */
  async requests(): Promise<readonly SeenRequest[]> {
    return ((await this.control('GET', 'requests')) as { requests: SeenRequest[] }).requests;
  }

  async forgetRequests(): Promise<void> {
    await this.control('DELETE', 'requests');
  }

  private async read<T>(path: string): Promise<T> {
    const headers = { 'HH-User-Agent': 'JobScope/1.0 (test@example.org)' };
    return (await (await fetch(this.url + path, { headers })).json()) as T;
  }

  private async control(method: string, what: string, body?: object): Promise<unknown> {
    const json = { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    const response = await fetch(`${this.url}/__control/${what}`, { method, ...(body && json) });
    if (!response.ok) throw new Error(`the simulator refused ${what}: ${await response.text()}`);
    return response.status === 204 ? undefined : response.json();
  }
}

interface Counted {
  readonly found?: number;
  readonly meta?: { readonly total: number };
}
