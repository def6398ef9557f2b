import { SimulatorProcess } from '../http-source/simulator-process.fixture';

interface Envelope {
  readonly results: { readonly vacancies?: readonly { readonly vacancy: { readonly id: string } }[] };
}

/** The project's simulator of Trudvsem, as a process of its own. */
export class Simulator extends SimulatorProcess {
  static async start(size: number): Promise<Simulator> {
    const { url, stop } = await this.launch('trudvsem', ['--size', String(size)]);
    return new Simulator(url, stop);
  }

  /** Identifiers of all vacancies, read past the adapter. */
  async ids(): Promise<readonly string[]> {
    const ids: string[] = [];
    for (let offset = 0, read = 100; read === 100; offset += 1) {
      const response = await fetch(`${this.url}/api/v1/vacancies?limit=100&offset=${offset}`);
      const { vacancies = [] } = ((await response.json()) as Envelope).results;
      ids.push(...vacancies.map(({ vacancy }) => vacancy.id));
      read = vacancies.length;
    }
    await this.forgetRequests();
    return ids;
  }
}
