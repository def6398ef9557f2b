import type { FastifyRequest } from 'fastify';
import { Pool } from 'undici';
import { senderHeaders } from './forwarded-headers';
import { CONNECT_TIMEOUT_MS, DEFAULT_TIMEOUT_MS, type IdentityOptions } from './identity-options';
import { hasTimedOut, toUpstreamProblem } from './upstream-failure';

export interface AuthServiceCall {
  readonly path: string;
  /** Sent as JSON. */
  readonly body?: object;
  /** Such as the session cookies of whom we ask for. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Shorter than that of the client. */
  readonly timeoutMs?: number;
}

export interface AuthServiceAnswer {
  readonly status: number;
  readonly setCookies: readonly string[];
  readonly retryAfter: string | undefined;
  /** Undefined if it is not JSON. */
  readonly body: unknown;
}

export type AuthServiceOptions = Pick<IdentityOptions, 'authServiceUrl' | 'timeoutMs'> & {
  /** How long an answer may be; 64 KiB by default. */
  readonly maxBodyBytes?: number;
};

const MAX_BODY_BYTES = 65_536;

/** Asks auth-service in the name of a client whose request is being answered, for pages, to renew sessions, to read. */
export class AuthServiceClient {
  private readonly pool: Pool;
  private readonly timeoutMs: number;

  constructor({ authServiceUrl, timeoutMs = DEFAULT_TIMEOUT_MS, maxBodyBytes = MAX_BODY_BYTES }: AuthServiceOptions) {
    this.timeoutMs = timeoutMs;
    this.pool = new Pool(new URL(authServiceUrl).origin, {
      connections: 32,
      connect: { timeout: CONNECT_TIMEOUT_MS },
      maxResponseSize: maxBodyBytes,
    });
  }

  /** Throws a `ProblemException` if there is no answer; so does `post`. Asks once more if the connection breaks. */
  get(call: AuthServiceCall, client: FastifyRequest): Promise<AuthServiceAnswer> {
    const ask = () => this.request('GET', call, client);
    return ask()
      .catch((error: unknown) => (hasTimedOut(error) ? Promise.reject(error) : ask()))
      .catch(fail);
  }

  post(call: AuthServiceCall, client: FastifyRequest): Promise<AuthServiceAnswer> {
    return this.request('POST', call, client).catch(fail);
  }

  close(): Promise<void> {
    return this.pool.destroy();
  }

  private async request(
    method: 'GET' | 'POST',
    call: AuthServiceCall,
    client: FastifyRequest,
  ): Promise<AuthServiceAnswer> {
    const { path, body, headers, timeoutMs = this.timeoutMs } = call;
    const answer = await this.pool.request({
      method,
      path,
      headers: {
        ...senderHeaders(client),
        accept: 'application/json',
        ...(body && { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body && JSON.stringify(body),
      // Of the whole exchange, the wait for a connection included.
      signal: AbortSignal.timeout(timeoutMs),
    });
    const text = await answer.body.text();
    return {
      status: answer.statusCode,
      setCookies: [answer.headers['set-cookie'] ?? []].flat(),
      retryAfter: [answer.headers['retry-after']].flat()[0],
      body: parse(text),
    };
  }
}

const fail = (error: unknown): never => {
  throw toUpstreamProblem(error);
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
