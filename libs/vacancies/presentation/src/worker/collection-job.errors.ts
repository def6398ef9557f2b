import { tookLongerThan } from '@job-scope/vacancies-contracts';

/** The source could not serve us now: the job is to be tried again, not before `retryAfterMs` have passed. */
export class RetryLaterError extends Error {
  override readonly name = 'RetryLaterError';

  constructor(
    message: string,
    readonly retryAfterMs: number,
    readonly wasAsked = true,
  ) {
    super(message);
  }
}

/** The job was stopped because it took longer than it may. What it has stored stays: the next attempt goes on from there. */
export class TimedOutError extends Error {
  override readonly name = 'TimedOutError';

  constructor(timeLimitMs: number) {
    super(tookLongerThan(timeLimitMs));
  }
}

const LONGEST_MS = 300_000;

export type RetryDelay = (attemptsMade: number, type?: string, error?: Error) => number;

/**
 * How long a job waits before its next attempt: twice as long each time, by chance up to a half shorter, so that jobs that
 * failed together do not come back together; and never shorter than the source demands of whom it has answered. Who has
 * not asked looks again before that, at no cost: somebody may have lifted the block.
 */
export const retryDelay =
  (firstMs: number): RetryDelay =>
  (attemptsMade, _type, error) => {
    const longest = Math.min(firstMs * 2 ** (attemptsMade - 1), LONGEST_MS);
    const jittered = Math.round(longest * (1 - Math.random() / 2));
    if (!(error instanceof RetryLaterError)) return jittered;
    const demanded = Math.max(jittered, error.retryAfterMs);
    return error.wasAsked ? demanded : Math.min(demanded, LONGEST_MS);
  };
