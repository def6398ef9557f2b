import {
  BrokenCircuitError,
  circuitBreaker,
  ConsecutiveBreaker,
  ExponentialBackoff,
  handleWhenResult,
  retry,
  wrap,
} from 'cockatiel';
import { err, ok, type Clock, type Result } from '@job-scope/kernel';
import type { SourceRequestBudget } from '@job-scope/vacancies-ports';
import { blockedFailure, classify, errorsOf, reasonOf, type RequestFailure } from './failures';
import { getJson } from './http-exchange';
import type { HeadHunterOptions } from './options';
import { countBlock, countRequest, SOURCE } from './requests-total';

export interface Answer<Reason extends RequestFailure = RequestFailure> {
  readonly result: Result<unknown, Reason>;
  /** Requests that went out. */
  readonly requests: number;
}

interface Attempt {
  readonly result: Result<unknown, RequestFailure>;
  /** Whether the same request may fare better a little later. */
  readonly again: boolean;
}

const TIMEOUT_MS = 30_000;
const RETRIES = 3;
const FIRST_RETRY_DELAY_MS = 500;
/** A pause is not cut short by an abort, and a shutdown must not wait long for it. */
const LONGEST_RETRY_DELAY_MS = 4_000;
const BREAK_AFTER_FAILURES = 10;
const BREAK_MS = 30_000;
/** After a captcha or a ban: whoever goes on asking is kept out for longer. */
const LEFT_ALONE_MS = 3_600_000;

/** GET requests to the API: within the budget, repeated while that helps, and none for a while after it went down. */
export class HeadHunterClient {
  private readonly policy;

  constructor(
    private readonly options: HeadHunterOptions,
    private readonly budget: SourceRequestBudget,
    private readonly clock: Clock,
  ) {
    const initialDelay = options.firstRetryDelayMs ?? FIRST_RETRY_DELAY_MS;
    this.policy = wrap(
      retry(
        handleWhenResult((attempt) => (attempt as Attempt).again),
        {
          maxAttempts: options.retries ?? RETRIES,
          backoff: new ExponentialBackoff({ initialDelay, maxDelay: LONGEST_RETRY_DELAY_MS }),
        },
      ),
      circuitBreaker(
        handleWhenResult((attempt) => isOutage((attempt as Attempt).result)),
        { breaker: new ConsecutiveBreaker(BREAK_AFTER_FAILURES), halfOpenAfter: BREAK_MS },
      ),
    );
  }

  /** Rejects when `signal` aborts, or when the budget cannot be asked. */
  async get(path: string, params: URLSearchParams, signal: AbortSignal, token?: string): Promise<Answer> {
    const url = new URL(`${this.options.baseUrl.replace(/\/+$/, '')}/${path}?${params}`);
    let requests = 0;
    try {
      const { result } = await this.policy.execute(async ({ attempt }): Promise<Attempt> => {
        const allowed = await this.budget.take(SOURCE, signal);
        if (!allowed.ok) return { result: err(blockedFailure(allowed.error, this.clock.now())), again: false };
        requests += 1;
        return this.attempt(url, token, signal, attempt);
      }, signal);
      return { result, requests };
    } catch (error) {
      if (!(error instanceof BrokenCircuitError)) throw error;
      const detail = `HeadHunter is left alone for ${BREAK_MS / 1000} s after ${BREAK_AFTER_FAILURES} failures in a row`;
      return { result: err({ code: 'source.unavailable', detail }), requests };
    }
  }

  private async attempt(url: URL, token: string | undefined, signal: AbortSignal, attempt: number): Promise<Attempt> {
    const result = await this.send(url, token, signal, attempt);
    if (result.ok) return { result, again: false };
    const { error } = result;
    if (error.code === 'source.blocked') countBlock();
    const pauseMs = pauseAfter(error);
    if (pauseMs !== undefined) {
      await this.budget.block(SOURCE, new Date(this.clock.now().getTime() + pauseMs), error.detail);
    }
    return { result, again: error.code === 'source.rate-limited' || error.code === 'source.unavailable' };
  }

  private async send(
    url: URL,
    token: string | undefined,
    signal: AbortSignal,
    attempt: number,
  ): Promise<Result<unknown, RequestFailure>> {
    const timeout = AbortSignal.timeout(this.options.timeoutMs ?? TIMEOUT_MS);
    try {
      const headers = {
        'HH-User-Agent': this.options.userAgent,
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      };
      const exchange = await getJson(url, headers, AbortSignal.any([signal, timeout]));
      countRequest(exchange.status);
      const { status, body } = exchange;
      if (status === 200 && body !== undefined && errorsOf(body).length === 0) return ok(body);
      return err(withoutToken(classify(exchange, this.clock.now(), attempt), token));
    } catch (error) {
      signal.throwIfAborted();
      countRequest('none');
      return err({ code: 'source.unavailable', detail: `HeadHunter gave no complete answer: ${reasonOf(error)}` });
    }
  }
}

/** Details are stored and logged, and errors may repeat what was sent. */
const withoutToken = (failure: RequestFailure, token: string | undefined): RequestFailure =>
  token === undefined ? failure : { ...failure, detail: failure.detail.replaceAll(token, '…') };

const isOutage = (result: Attempt['result']): boolean => !result.ok && result.error.code === 'source.unavailable';

/** How long nobody should ask the source for anything; undefined if there is no reason to wait. */
const pauseAfter = (error: RequestFailure): number | undefined => {
  if (error.code === 'source.rate-limited') return error.retryAfterMs;
  return error.code === 'source.blocked' ? LEFT_ALONE_MS : undefined;
};
