import { startProcess } from '@job-scope/platform-testing';
import type { KnownVacancy } from '@job-scope/vacancies-testing';
import { join } from 'node:path';

const ROOT = join(__dirname, '../../../../..');

export type Scenario = { readonly name: string } & Readonly<Record<string, unknown>>;

/** One of the project's simulators, as a process of its own, with its control door open. */
export abstract class SimulatorProcess {
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

  /** All vacancies, read past the adapter, and forgotten by the log of requests. */
  async vacancies(): Promise<readonly KnownVacancy[]> {
    const vacancies = await this.readVacancies();
    await this.forgetRequests();
    return vacancies;
  }

  protected abstract readVacancies(): Promise<readonly KnownVacancy[]>;

  /** As after the start, with no scenario on and nothing requested. */
  async reset(): Promise<void> {
    await this.control('DELETE', 'scenario');
    await this.forgetRequests();
  }

  async forgetRequests(): Promise<void> {
    await this.control('DELETE', 'requests');
  }

  async switchOn(scenario: Scenario): Promise<void> {
    await this.control('POST', 'scenario', scenario);
  }

  /** How many requests came in, of all or of one path. */
  async requests(path?: string): Promise<number> {
    const { requests } = (await this.control('GET', 'requests')) as { requests: { path: string }[] };
    return requests.filter((request) => path === undefined || request.path === path).length;
  }

  /** What was asked, on which condition, and how it was answered; oldest first. */
  async answers(): Promise<readonly { path: string; status: number | null; condition: unknown }[]> {
    const { requests } = (await this.control('GET', 'requests')) as { requests: LoggedRequest[] };
    return requests.map(({ path, status, headers }) => ({ path, status, condition: headers['if-none-match'] ?? null }));
  }

  private async control(method: string, what: string, body?: object): Promise<unknown> {
    const headers = { 'content-type': 'application/json' };
    const options = body ? { method, headers, body: JSON.stringify(body) } : { method };
    const response = await fetch(`${this.url}/__control/${what}`, options);
    if (!response.ok) throw new Error(`the simulator refused ${what}: ${await response.text()}`);
    return response.status === 204 ? undefined : response.json();
  }
}

interface LoggedRequest {
  readonly path: string;
  readonly status: number | null;
  readonly headers: Readonly<Record<string, unknown>>;
}
