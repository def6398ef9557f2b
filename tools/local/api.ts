import { UserError } from './user-error';

export interface Account {
  readonly email: string;
  readonly password: string;
}

export interface CollectionRun {
  readonly id: string;
  readonly status: 'requested' | 'collecting' | 'finished';
  readonly outcome: string | null;
  readonly reason: string | null;
  readonly found: number | null;
  readonly counts: Record<'requests' | 'fetched' | 'created' | 'changed' | 'unchanged' | 'skipped' | 'asked', number>;
}

const UNAUTHORIZED = 401;

/** The public API as the launcher needs it: like any client, it logs in. */
export class Api {
  private accessToken: string | undefined;

  constructor(
    private readonly baseUrl: string,
    private readonly account: Account,
  ) {}

  /** How many vacancies can be found, duplicates as well; `exact` unless there are more than searches count. */
  async searchTotal(): Promise<{ value: number; exact: boolean }> {
    const { total } = await this.send<{ total: { value: number; exact: boolean } }>(
      'GET',
      '/api/v1/vacancies/search?limit=1&includeDuplicates=true',
    );
    return total;
  }

  /** Everything the source has; the same key asks for it only once. */
  requestCollection(idempotencyKey: string): Promise<CollectionRun> {
    return this.authorized('POST', '/api/v1/collections', { source: 'headhunter', query: {} }, idempotencyKey);
  }

  async newestRun(): Promise<CollectionRun | undefined> {
    const { items } = await this.authorized<{ items: CollectionRun[] }>('GET', '/api/v1/collections?limit=1');
    return items[0];
  }

  run(id: string): Promise<CollectionRun> {
    return this.authorized('GET', `/api/v1/collections/${id}`);
  }

  private async authorized<T>(method: string, path: string, body?: object, idempotencyKey?: string): Promise<T> {
    const headers = (token: string) => ({
      authorization: `Bearer ${token}`,
      ...(idempotencyKey && { 'idempotency-key': idempotencyKey }),
    });
    this.accessToken ??= await this.logIn();
    const answer = await this.ask(method, path, body, headers(this.accessToken));
    // Collecting may take longer than an access token lives.
    if (answer.status === UNAUTHORIZED) this.accessToken = undefined;
    return answer.status === UNAUTHORIZED
      ? read(await this.ask(method, path, body, headers((this.accessToken = await this.logIn()))))
      : read(answer);
  }

  private async logIn(): Promise<string> {
    const body = { ...this.account, transport: 'header' };
    const { accessToken } = await this.send<{ accessToken: string }>('POST', '/api/v1/auth/login', body);
    return accessToken;
  }

  private async send<T>(method: string, path: string, body?: object): Promise<T> {
    return read<T>(await this.ask(method, path, body));
  }

  private async ask(method: string, path: string, body?: object, headers: Record<string, string> = {}) {
    try {
      return await fetch(this.baseUrl + path, {
        method,
        headers: { ...headers, ...(body && { 'content-type': 'application/json' }) },
        body: body && JSON.stringify(body),
      });
    } catch (error) {
      const { message, cause = message } = error as Error;
      throw new UserError(`${method} ${this.baseUrl}${path} was not answered: ${cause}`);
    }
  }
}

async function read<T>(response: Response): Promise<T> {
  if (response.ok) return (await response.json()) as T;
  throw new UserError(`${response.url} answered ${response.status}: ${await response.text()}`);
}
