import { startProcess } from '@job-scope/platform-testing';
import { join } from 'node:path';

const ROOT = join(__dirname, '../../../../..');
const TOKEN = 'the-token';
const USER_AGENT = 'JobScope/1.0 (test@example.org)';

/** The project's simulator of HeadHunter, as a process of its own. It demands a token. */
export class Simulator {
  static readonly token = TOKEN;
  static readonly userAgent = USER_AGENT;

  private constructor(
    readonly url: string,
    readonly stop: () => Promise<unknown>,
  ) {}

  static async start(size: number): Promise<Simulator> {
    const program = ['-r', '@swc-node/register', 'tools/simulators/headhunter/main.ts'];
    const options = ['--port', '0', '--size', String(size), '--token', TOKEN, '--control'];
    const running = await startProcess({
      command: process.execPath,
      args: [...program, ...options],
      cwd: ROOT,
      env: { TS_NODE_PROJECT: 'tsconfig.base.json', NODE_OPTIONS: undefined },
      readyWhen: /ready at/,
    });
    const [url = ''] = /http:\S+/.exec(running.output()) ?? [];
    return new Simulator(url, () => running.stop());
  }

  /** As after the start, with no scenario on and nothing requested. */
  async reset(): Promise<void> {
    await this.control('DELETE', 'scenario');
    await this.control('DELETE', 'requests');
  }

  async switchOn(scenario: Readonly<Record<string, unknown>>): Promise<void> {
    await this.control('POST', 'scenario', scenario);
  }

  /** How many requests came in, of all or of one path. */
  async requests(path?: string): Promise<number> {
    const { requests } = (await this.control('GET', 'requests')) as { requests: { path: string }[] };
    return requests.filter((request) => path === undefined || request.path === path).length;
  }

  /** Identifiers of all vacancies, read past the adapter. */
  async ids(): Promise<readonly string[]> {
    const ids: string[] = [];
    for (let page = 0, pages = 1; page < pages; page += 1) {
      const response = await fetch(`${this.url}/vacancies?per_page=100&page=${page}&order_by=publication_time`, {
        headers: { 'HH-User-Agent': USER_AGENT, authorization: `Bearer ${TOKEN}` },
      });
      const body = (await response.json()) as { items: { id: string }[]; pages: number };
      ids.push(...body.items.map(({ id }) => id));
      pages = body.pages;
    }
    await this.control('DELETE', 'requests');
    return ids;
  }

  private async control(method: string, what: string, body?: object): Promise<unknown> {
    const headers = { 'content-type': 'application/json' };
    const options = body ? { method, headers, body: JSON.stringify(body) } : { method };
    const response = await fetch(`${this.url}/__control/${what}`, options);
    if (!response.ok) throw new Error(`the simulator refused ${what}: ${await response.text()}`);
    return response.status === 204 ? undefined : response.json();
  }
}
