import { portToken } from '@job-scope/kernel';

/** For how long it is known how a run went, once it is over. */
export interface RunRetention {
  readonly days: number;
}

export const RUN_RETENTION = portToken<RunRetention>('vacancies/RunRetention');
