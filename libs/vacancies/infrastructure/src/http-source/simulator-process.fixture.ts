import { startProcess } from '@job-scope/platform-testing';
import { join } from 'node:path';

const ROOT = join(__dirname, '../../../../..');

/** One of the project's simulators, as a process of its own, with its control door open. */
export class SimulatorProcess {
  protected constructor(
    readonly url: string,
    readonly stop: () => Promise<unknown>,
  ) {}

  /** @param name its folder */
  protected static async launch(name: string, options: readonly string[]) {
    const program = ['-r', '@swc-node/register', `tools/simulators/${name}/main.ts`];
    const running = await startProcess({
      command: process.execPath,
      args: [...program, '--port', '0', '--control', ...options],
      cwd: ROOT,
      env: { TS_NODE_PROJECT: 'tsconfig.base.json', NODE_OPTIONS: undefined },
      readyWhen: /ready at/,
    });
    const [url = ''] = /http:\S+/.exec(running.output()) ?? [];
    return { url, stop: () => running.stop() };
  }

  /** As after the start, with no scenario on and nothing requested. */
  async reset(): Promise<void> {
    await this.control('DELETE', 'scenario');
    await this.forgetRequests();
  }

  async forgetRequests(): Promise<void> {
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

  private async control(method: string, what: string, body?: object): Promise<unknown> {
    const headers = { 'content-type': 'application/json' };
    const options = body ? { method, headers, body: JSON.stringify(body) } : { method };
    const response = await fetch(`${this.url}/__control/${what}`, options);
    if (!response.ok) throw new Error(`the simulator refused ${what}: ${await response.text()}`);
    return response.status === 204 ? undefined : response.json();
  }
}
