import type { KnownVacancy } from '@job-scope/vacancies-testing';
import { SimulatorProcess } from '../http-source/simulator-process.fixture';

interface Envelope {
  readonly results: {
    readonly vacancies?: readonly { readonly vacancy: { readonly id: string; readonly 'creation-date': string } }[];
  };
}

/** The project's simulator of Trudvsem, as a process of its own. */
export class Simulator extends SimulatorProcess {
  static async start(size: number): Promise<Simulator> {
    const { url, stop } = await this.launch('trudvsem', ['--size', String(size)]);
    return new Simulator(url, stop);
  }

  protected async readVacancies(): Promise<readonly KnownVacancy[]> {
    const known: KnownVacancy[] = [];
    for (let offset = 0, read = 100; read === 100; offset += 1) {
      const response = await fetch(`${this.url}/api/v1/vacancies?limit=100&offset=${offset}`);
      const { vacancies = [] } = ((await response.json()) as Envelope).results;
      known.push(
        ...vacancies.map(({ vacancy }) => ({
          sourceId: vacancy.id,
          publishedAt: new Date(`${vacancy['creation-date']}T00:00:00+03:00`),
        })),
      );
      read = vacancies.length;
    }
    return known;
  }
}
