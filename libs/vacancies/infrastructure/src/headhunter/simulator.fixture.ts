import type { KnownVacancy } from '@job-scope/vacancies-testing';
import { SimulatorProcess } from '../http-source/simulator-process.fixture';

const TOKEN = 'the-token';
const USER_AGENT = 'JobScope/1.0 (test@example.org)';

/** The project's simulator of HeadHunter, as a process of its own. It demands a token. */
export class Simulator extends SimulatorProcess {
  static readonly token = TOKEN;
  static readonly userAgent = USER_AGENT;

  static async start(size: number): Promise<Simulator> {
    const { url, stop } = await this.launch('headhunter', ['--size', String(size), '--token', TOKEN]);
    return new Simulator(url, stop);
  }

  protected async readVacancies(): Promise<readonly KnownVacancy[]> {
    const known: KnownVacancy[] = [];
    for (let page = 0, pages = 1; page < pages; page += 1) {
      const response = await fetch(`${this.url}/vacancies?per_page=100&page=${page}&order_by=publication_time`, {
        headers: { 'HH-User-Agent': USER_AGENT, authorization: `Bearer ${TOKEN}` },
      });
      const body = (await response.json()) as { items: { id: string; published_at: string }[]; pages: number };
      known.push(...body.items.map((item) => ({ sourceId: item.id, publishedAt: new Date(item.published_at) })));
      pages = body.pages;
    }
    return known;
  }
}
