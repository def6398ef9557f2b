import {
  BrokenCircuitError,
  circuitBreaker,
  ConsecutiveBreaker,
  ExponentialBackoff,
  handleWhenResult,
  retry,
  wrap,
} from 'cockatiel';
import { err, type Clock, type Result } from '@job-scope/kernel';
import type { SourceName } from '@job-scope/vacancies-domain';
import type { RequestQuota, SourceFailure, SourceRequestBudget } from '@job-scope/vacancies-ports';
import { reasonOf } from './failures';
import { getJson, type Exchange } from './http-exchange';
import type { KeptAnswers } from './kept-answers';
import { countBlockOf, countRequestTo, showNoBlocksOf } from './source-metrics';
import { takeRequest } from './take-request';

/** How requests are sent; every part has a default. */
export interface RequestOptions {
  /** For one request, from connecting to the last byte. */
  readonly timeoutMs?: number;
  /** How often one request is repeated when that may help. */
  readonly retries?: number;
  /** Before the first repetition; later ones wait longer, each by chance a little more or less. */
  readonly firstRetryDelayMs?: number;
}

/** What a source may add to the failures of all. */
interface OwnFailure {
  readonly code: string;
  readonly detail: string;
}

export interface SourceRequest<Own extends OwnFailure> {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** With them, a source that has nothing new need not say it all again. */
  readonly kept?: KeptAnswers;
  /** What a complete answer means. `attempt` counts from 0. */
  read(exchange: Exchange, now: Date, attempt: number): Result<unknown, SourceFailure | Own>;
}

export interface SourceAnswer<Own extends OwnFailure> {
  readonly result: Result<unknown, SourceFailure | Own>;
  /** Requests that went out. */
  readonly requests: number;
  /** How many of them were answered by 429. */
  readonly throttled: number;
}

interface Attempt<Own extends OwnFailure> {
  readonly result: SourceAnswer<Own>['result'];
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

/** GET requests to a source: within the budget, repeated while that helps, and none for a while after it went down. */
export class SourceClient<Own extends OwnFailure = never> {
  private readonly policy;

  /** @param title what the source is called in messages */
  constructor(
    private readonly source: SourceName,
    private readonly title: string,
    private readonly options: RequestOptions,
    private readonly budget: SourceRequestBudget,
    private readonly clock: Clock,
  ) {
    showNoBlocksOf(source);
    const initialDelay = options.firstRetryDelayMs ?? FIRST_RETRY_DELAY_MS;
    this.policy = wrap(
      retry(
        handleWhenResult((attempt) => (attempt as Attempt<Own>).again),
        {
          maxAttempts: options.retries ?? RETRIES,
          backoff: new ExponentialBackoff({ initialDelay, maxDelay: LONGEST_RETRY_DELAY_MS }),
        },
      ),
      circuitBreaker(
        handleWhenResult((attempt) => isOutage((attempt as Attempt<Own>).result)),
        { breaker: new ConsecutiveBreaker(BREAK_AFTER_FAILURES), halfOpenAfter: BREAK_MS },
      ),
    );
  }

  /** Rejects when `signal` aborts, or when the budget or the quota cannot be asked. */
  async get(
    request: SourceRequest<Own>,
    signal: AbortSignal,
    quota: RequestQuota | undefined,
  ): Promise<SourceAnswer<Own>> {
    const cost = { requests: 0, throttled: 0 };
    try {
      const { result } = await this.policy.execute(async ({ attempt }): Promise<Attempt<Own>> => {
        const allowed = await takeRequest(this.source, { budget: this.budget, clock: this.clock }, quota, signal);
        if (!allowed.ok) return { result: allowed, again: false };
        cost.requests += 1;
        const made = await this.attempt(request, signal, attempt);
        if (!made.result.ok && made.result.error.code === 'source.rate-limited') cost.throttled += 1;
        return made;
      }, signal);
      return { result: result.ok ? result : err({ ...result.error, ...cost }), ...cost };
    } catch (error) {
      if (!(error instanceof BrokenCircuitError)) throw error;
      const detail = `${this.title} is left alone for ${BREAK_MS / 1000} s after ${BREAK_AFTER_FAILURES} failures in a row`;
      return { result: err({ code: 'source.unavailable', detail, ...cost }), ...cost };
    }
  }

  private async attempt(request: SourceRequest<Own>, signal: AbortSignal, attempt: number): Promise<Attempt<Own>> {
    const result = await this.send(request, signal, attempt);
    if (result.ok) return { result, again: false };
    const { error } = result;
    if (isBlocked(error)) countBlockOf(this.source, error.cause);
    const pauseMs = pauseAfter(error);
    if (pauseMs !== undefined) {
      await this.budget.block(this.source, new Date(this.clock.now().getTime() + pauseMs), error.detail);
    }
    return { result, again: error.code === 'source.rate-limited' || error.code === 'source.unavailable' };
  }

  private async send(
    { url, headers, kept, read }: SourceRequest<Own>,
    signal: AbortSignal,
    attempt: number,
  ): Promise<SourceAnswer<Own>['result']> {
    const timeout = AbortSignal.timeout(this.options.timeoutMs ?? TIMEOUT_MS);
    try {
      const exchange = await getJson(url, headers, AbortSignal.any([signal, timeout]), kept);
      countRequestTo(this.source, exchange.status);
      return read(exchange, this.clock.now(), attempt);
    } catch (error) {
      signal.throwIfAborted();
      countRequestTo(this.source, 'none');
      return err({ code: 'source.unavailable', detail: `${this.title} gave no complete answer: ${reasonOf(error)}` });
    }
  }
}

const isBlocked = (error: OwnFailure): error is SourceFailure & { readonly code: 'source.blocked' } =>
  error.code === 'source.blocked';

const isOutage = (result: Result<unknown, OwnFailure>): boolean =>
  !result.ok && result.error.code === 'source.unavailable';

/** How long nobody should ask the source for anything; undefined if there is no reason to wait. */
const pauseAfter = (error: SourceFailure | OwnFailure): number | undefined => {
  if ('retryAfterMs' in error) return error.retryAfterMs;
  return error.code === 'source.blocked' ? LEFT_ALONE_MS : undefined;
};
