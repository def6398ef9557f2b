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
    await this.forgetRequests();
    return ids;
  }
}
