import { err, ok, type Clock, type Result } from '@job-scope/kernel';
import type { SourceRequestBudget } from '@job-scope/vacancies-ports';
import type { Exchange } from '../http-source/http-exchange';
import { SourceClient } from '../http-source/source-client';
import { classify, errorsOf, type RequestFailure, type TokenRefused, type TooDeep } from './failures';
import { SOURCE, type HeadHunterOptions } from './options';

export interface Answer<Reason extends RequestFailure = RequestFailure> {
  readonly result: Result<unknown, Reason>;
  /** Requests that went out. */
  readonly requests: number;
}

/** GET requests to the API. */
export class HeadHunterClient {
  private readonly client: SourceClient<TooDeep | TokenRefused>;

  constructor(
    private readonly options: HeadHunterOptions,
    budget: SourceRequestBudget,
    clock: Clock,
  ) {
    this.client = new SourceClient(SOURCE, 'HeadHunter', options, budget, clock);
  }

  /** Rejects when `signal` aborts, or when the budget cannot be asked. */
  get(path: string, params: URLSearchParams, signal: AbortSignal, token?: string): Promise<Answer> {
    const url = new URL(`${this.options.baseUrl.replace(/\/+$/, '')}/${path}?${params}`);
    const headers = {
      'HH-User-Agent': this.options.userAgent,
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    };
    const read = (exchange: Exchange, now: Date, attempt: number) => {
      const { status, body } = exchange;
      if (status === 200 && body !== undefined && errorsOf(body).length === 0) return ok(body);
      return err(withoutToken(classify(exchange, now, attempt), token));
    };
    return this.client.get({ url, headers, read }, signal);
  }
}

/** Details are stored and logged, and errors may repeat what was sent. */
const withoutToken = (failure: RequestFailure, token: string | undefined): RequestFailure =>
  token === undefined ? failure : { ...failure, detail: failure.detail.replaceAll(token, '…') };
