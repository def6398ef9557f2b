import { err, ok, type Clock, type Result } from '@job-scope/kernel';
import type { RequestQuota, SourceRequestBudget } from '@job-scope/vacancies-ports';
import type { Exchange } from '../http-source/http-exchange';
import { SourceClient } from '../http-source/source-client';
import { classify, errorsOf, type NotFound, type RequestFailure, type TokenRefused, type TooDeep } from './failures';
import { SOURCE, type HeadHunterOptions } from './options';

export interface Answer<Reason extends RequestFailure = RequestFailure, Value = unknown> {
  readonly result: Result<Value, Reason>;
  /** Requests that went out. */
  readonly requests: number;
  /** How many of them were answered by 429; absent for none. */
  readonly throttled?: number;
}

const NOT_MODIFIED = 304;

/** GET requests to the API. */
export class HeadHunterClient {
  private readonly client: SourceClient<TooDeep | TokenRefused | NotFound>;

  constructor(
    private readonly options: HeadHunterOptions,
    budget: SourceRequestBudget,
    clock: Clock,
  ) {
    this.client = new SourceClient(SOURCE, 'HeadHunter', options, budget, clock);
  }

  /** Rejects when `signal` aborts, or when the budget cannot be asked. */
  async get(
    path: string,
    params: URLSearchParams,
    signal: AbortSignal,
    quota: RequestQuota | undefined,
    token?: string,
  ): Promise<Answer> {
    const headers = token === undefined ? undefined : { authorization: `Bearer ${token}` };
    const { result, ...cost } = await this.send(`${path}?${params}`, headers, isAnswer, signal, quota);
    if (result.ok) return { result: ok(result.value.body), ...cost };
    return { result: err(withoutToken(result.error, token)), ...cost };
  }

  /** A directory, open to all. If it is still the one of `etag` it is not told again: the status is 304 then. */
  directory(
    path: string,
    etag: string | null,
    signal: AbortSignal,
    quota: RequestQuota | undefined,
  ): Promise<Answer<RequestFailure, Exchange>> {
    if (etag === null) return this.send(path, undefined, isAnswer, signal, quota);
    const isExpected = (exchange: Exchange) => exchange.status === NOT_MODIFIED || isAnswer(exchange);
    return this.send(path, { 'if-none-match': etag }, isExpected, signal, quota);
  }

  private async send(
    path: string,
    headers: Readonly<Record<string, string>> | undefined,
    isExpected: (exchange: Exchange) => boolean,
    signal: AbortSignal,
    quota: RequestQuota | undefined,
  ): Promise<Answer<RequestFailure, Exchange>> {
    const { baseUrl, userAgent } = this.options;
    const { result, ...cost } = await this.client.get(
      {
        url: new URL(`${baseUrl.replace(/\/+$/, '')}/${path}`),
        headers: { 'HH-User-Agent': userAgent, ...headers },
        read: (exchange, now, attempt) => (isExpected(exchange) ? ok(exchange) : err(classify(exchange, now, attempt))),
      },
      signal,
      quota,
    );
    return { result: result as Result<Exchange, RequestFailure>, ...cost };
  }
}

const isAnswer = ({ status, body }: Exchange): boolean =>
  status === 200 && body !== undefined && errorsOf(body).length === 0;

/** Details are stored and logged, and errors may repeat what was sent. */
const withoutToken = (failure: RequestFailure, token: string | undefined): RequestFailure =>
  token === undefined ? failure : { ...failure, detail: failure.detail.replaceAll(token, '…') };
