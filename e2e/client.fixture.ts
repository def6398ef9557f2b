import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import supertest from 'supertest';

export interface FoundVacancy {
  readonly id: string;
  readonly sourceId: string;
}

/** The public API as a front end uses it. */
export class Client {
  private constructor(
    private readonly http: ReturnType<typeof supertest>,
    private readonly token: string,
  ) {}

  static async logIn(url: string, password: string): Promise<Client> {
    const http = supertest(url);
    const body = { email: 'admin@example.com', password, transport: 'header' };
    const answer = await http.post('/api/v1/auth/login').send(body).expect(200);
    return new Client(http, answer.body.accessToken);
  }

  get(path: string) {
    return this.http.get(path).set('authorization', `Bearer ${this.token}`);
  }

  /** Asks for everything the source has; returns the path of the run. */
  async collect(headers: Record<string, string> = {}, source = 'headhunter'): Promise<string> {
    const answer = await this.http
      .post('/api/v1/collections')
      .set({ authorization: `Bearer ${this.token}`, 'idempotency-key': randomUUID(), ...headers })
      .send({ source, query: {} })
      .expect(202);
    return answer.headers['location'] as string;
  }

  /** Follows a run until it looks as wanted. */
  async runUntil(path: string, wanted: (run: { status: string; counts: { fetched: number } }) => boolean) {
    for (;;) {
      const { body } = await this.get(path).expect(200);
      if (wanted(body)) return body;
      await delay(50);
    }
  }

  /** Duplicates count, too. @param filter parameters of the search */
  async untilSearchable(count: number, filter: Record<string, string> = {}): Promise<void> {
    for (;;) {
      const query = { limit: 1, includeDuplicates: true, ...filter };
      const { body } = await this.http.get('/api/v1/vacancies/search').query(query).expect(200);
      if (body.total.value >= count) return;
      await delay(100);
    }
  }

  /** Has the index of the engine compared with the database; how that ended. */
  async checkIndex(engine: string) {
    const answer = await this.http
      .post('/api/v1/search-index/operations')
      .set({ authorization: `Bearer ${this.token}` })
      .send({ kind: 'check', engine })
      .expect(202);
    return this.runUntil(answer.headers['location'] as string, ({ status }) => /succeeded|failed/.test(status));
  }

  /** All that can be found, duplicates as well, page by page. */
  async everything(): Promise<FoundVacancy[]> {
    const found: FoundVacancy[] = [];
    let cursor: string | undefined;
    do {
      const query = { limit: 100, includeDuplicates: true, ...(cursor && { cursor }) };
      const { body } = await this.http.get('/api/v1/vacancies/search').query(query).expect(200);
      found.push(...body.items);
      cursor = body.nextCursor;
    } while (cursor);
    return found;
  }
}
