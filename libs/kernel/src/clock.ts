import { portToken } from './port-token';

/** The only source of time for domain and use cases. */
export interface Clock {
  now(): Date;
}

export const CLOCK = portToken<Clock>('kernel/Clock');
