import { AUTH_PATHS, type SessionTransport } from '@job-scope/auth-contracts';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Empty if the text is no JSON. */
  readonly body: Readonly<Record<string, unknown>>;
}

export interface Exchange {
  readonly sent: object;
  readonly answer: Answer;
}

interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string;
}

/** Far above every time limit of the system: whoever waits longer waits for ever. */
const HANGS_AFTER_MS = 30_000;

/** A client of the API that keeps what it is given: cookies as a browser does, tokens as a program does. */
export class UserAgent {
  cookies: ReadonlyMap<string, string> = new Map();
  tokens: Tokens | undefined;

  constructor(
    readonly url: string,
    private readonly overhear: (exchange: Exchange) => void = () => undefined,
  ) {}

  /** The same client, with all that it has now, at another gateway. */
  at(url: string): UserAgent {
    return Object.assign(new UserAgent(url, this.overhear), { cookies: this.cookies, tokens: this.tokens });
  }

  /** A client that has only some of the cookies. */
  withCookies(...names: readonly string[]): UserAgent {
    const kept = [...this.cookies].filter(([name]) => names.includes(name));
    return Object.assign(new UserAgent(this.url, this.overhear), { cookies: new Map(kept) });
  }

  send(method: string, path: string, body?: object, headers: Record<string, string> = {}): Promise<Answer> {
    const content = body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers } };
    return this.exchange(path, { method, headers, ...content }, { ...body, ...headers });
  }

  /** Sends a form of a page, as a browser does. */
  submit(path: string, fields: Record<string, string>): Promise<Answer> {
    const headers = { 'sec-fetch-site': 'same-origin' };
    return this.exchange(path, { method: 'POST', headers, body: new URLSearchParams(fields) }, fields);
  }

  private async exchange(path: string, request: RequestInit, sent: object): Promise<Answer> {
    const cookie = [...this.cookies].map((pair) => pair.join('=')).join('; ');
    const response = await fetch(this.url + path, {
      ...request,
      redirect: 'manual',
      headers: {
        ...(cookie && { cookie }),
        ...(this.tokens && { authorization: `Bearer ${this.tokens.accessToken}` }),
        ...request.headers,
      },
      signal: AbortSignal.timeout(HANGS_AFTER_MS),
    });
    const text = await response.text();
    const answer = { status: response.status, headers: response.headers, text, body: parse(text) };
    this.keep(answer);
    this.overhear({ sent, answer });
    return answer;
  }

  get(path: string): Promise<Answer> {
    return this.send('GET', path);
  }

  /** Without a wish the server chooses how tokens travel. */
  logIn(email: string, password: string, transport?: SessionTransport): Promise<Answer> {
    return this.send('POST', AUTH_PATHS.login, { email, password, ...(transport && { transport }) });
  }

  refresh(): Promise<Answer> {
    return this.send('POST', AUTH_PATHS.refresh, this.tokens && { refreshToken: this.tokens.refreshToken });
  }

  me(): Promise<Answer> {
    return this.get(AUTH_PATHS.me);
  }

  private keep({ headers, body }: Answer): void {
    const cookies = new Map(this.cookies);
    for (const line of headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    this.cookies = cookies;
    const { accessToken, refreshToken } = body;
    if (typeof accessToken === 'string' && typeof refreshToken === 'string')
      this.tokens = { accessToken, refreshToken };
  }
}

const parse = (text: string): Answer['body'] => {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
};

/** What a JSON web token says, unverified. */
export const claimsOf = (token: string): Readonly<Record<string, unknown>> =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());

/** The key that a token says it is signed with. */
export const keyOf = (token: string): string =>
  JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()).kid;
