import type { Result } from '@job-scope/kernel';
import type { RequestQuota, SourceFailure } from '@job-scope/vacancies-ports';

export interface TokenAnswer {
  readonly result: Result<string, SourceFailure>;
  /** Requests that went out. */
  readonly requests: number;
}

/** Where the token of our application comes from. */
export interface ApplicationTokens {
  /** A token other than `refused`, which HeadHunter no longer takes. Rejects when `signal` aborts. */
  token(refused: string | undefined, signal: AbortSignal, quota?: RequestQuota): Promise<TokenAnswer>;
}
