import { startProcess, type RunningProcess } from '@job-scope/platform-testing';
import { workspace } from './local-stack.fixture';

/** What HeadHunter shows of one search, however many it finds. */
export const DEPTH_LIMIT = 2_000;

const BETWEEN_HOT_WINDOWS_S = 3_600;
const USER_AGENT = 'JobScope/1.0 (e2e@example.org)';

export interface HotSourceOptions {
  readonly vacancies: number;
  /** How many of them were published in the same second, for each such second. */
  readonly hot: readonly number[];
}

/** A simulated HeadHunter with its real depth limit, and with moments in which more was published than it shows. */
export class HotSource {
  private constructor(
    readonly url: string,
    private readonly simulator: RunningProcess,
  ) {}

  static async start({ vacancies, hot }: HotSourceOptions): Promise<HotSource> {
    const spread = vacancies - hot.reduce((sum, count) => sum + count, 0);
    const simulator = await startProcess({
      command: process.execPath,
      args: [
        ...['-r', '@swc-node/register', 'tools/simulators/headhunter/main.ts'],
        ...['--port', '0', '--control', '--size', String(spread), '--depth-limit', String(DEPTH_LIMIT)],
      ],
      cwd: workspace,
      env: { TS_NODE_PROJECT: 'tsconfig.base.json', NODE_OPTIONS: undefined },
      readyWhen: /ready at/,
    });
    const [url = ''] = /http:\S+/.exec(await simulator.line(/ready at/)) ?? [];
    const source = new HotSource(url, simulator);
    for (const count of hot) {
      await source.scenario({ name: 'advance_clock', seconds: BETWEEN_HOT_WINDOWS_S });
      await source.scenario({ name: 'insert', vacancies: count });
    }
    return source;
  }

  /** How many vacancies it says that it has. */
  async found(): Promise<number> {
    const response = await fetch(`${this.url}/vacancies?per_page=0`, { headers: { 'HH-User-Agent': USER_AGENT } });
    return ((await response.json()) as { found: number }).found;
  }

  /** What a worker is told, to collect from here as fast as it can. */
  settings(): Record<string, string> {
    return {
      HEADHUNTER_BASE_URL: this.url,
      HEADHUNTER_USER_AGENT: USER_AGENT,
      HEADHUNTER_REQUESTS_PER_SECOND: '1000',
      // Each new vacancy alone would be tens of thousands of requests that prove nothing here.
      HEADHUNTER_FETCH_DETAILS: 'false',
    };
  }

  stop() {
    return this.simulator.stop();
  }

  private async scenario(scenario: object): Promise<void> {
    const response = await fetch(`${this.url}/__control/scenario`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(scenario),
    });
    if (!response.ok) throw new Error(`the simulator refused a scenario: ${await response.text()}`);
  }
}
