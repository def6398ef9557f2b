import type { KnownVacancy } from '@job-scope/vacancies-testing';
import { SimulatorProcess } from '../http-source/simulator-process.fixture';

/** The first boards of the simulator, the largest first. */
const BOARDS = ['quietlantern', 'ringingskyline', 'mossyiron'];

/** As it stands in the text: `JSON.parse` would make another number of some. */
const JOB = /"id":(\d+),"updated_at".*?"first_published":"([^"]+)"/g;

/** The project's simulator of Greenhouse, as a process of its own. */
export class Simulator extends SimulatorProcess {
  static readonly boards = BOARDS;

  static async start(size: number): Promise<Simulator> {
    const options = ['--size', String(size), '--boards', String(BOARDS.length)];
    const { url, stop } = await this.launch('greenhouse', options);
    return new Simulator(url, stop);
  }

  async idsOf(board: string): Promise<readonly string[]> {
    return (await this.jobsOf(board)).map(({ sourceId }) => sourceId);
  }

  protected async readVacancies(): Promise<readonly KnownVacancy[]> {
    return (await Promise.all(BOARDS.map((board) => this.jobsOf(board)))).flat();
  }

  private async jobsOf(board: string): Promise<readonly KnownVacancy[]> {
    const text = await (await fetch(`${this.url}/v1/boards/${board}/jobs`)).text();
    return [...text.matchAll(JOB)].map(([, sourceId = '', at = '']) => ({ sourceId, publishedAt: new Date(at) }));
  }
}
