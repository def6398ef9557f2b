import { portToken } from '@job-scope/kernel';

export interface RefreshTiming {
  /** After it was done it is due again so much later. */
  readonly everyMs: number;
  /** Claimed but not done, it may be claimed again so much later. */
  readonly retryMs: number;
}

/** Lets one of many workers do what is to be done once in a while. */
export interface RefreshClaims {
  /** True for who is to do it now; false if it is not due, or somebody else is at it. */
  claim(task: string, timing: RefreshTiming): Promise<boolean>;
  done(task: string): Promise<void>;
}

export const REFRESH_CLAIMS = portToken<RefreshClaims>('vacancies/RefreshClaims');
