import type { Clock } from '@job-scope/kernel';

export class SystemClock implements Clock {
  now(): Date {
    return new Date();
  }
}
