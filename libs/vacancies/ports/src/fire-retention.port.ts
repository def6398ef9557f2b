import { portToken } from '@job-scope/kernel';

/** For how long it is known what became of a time of a schedule. */
export interface FireRetention {
  readonly days: number;
}

export const FIRE_RETENTION = portToken<FireRetention>('vacancies/FireRetention');
