import type { RequestQuota } from '@job-scope/vacancies-ports';

/** So many requests, and no more. */
export class FixedQuota implements RequestQuota {
  constructor(public left: number) {}

  async take(): Promise<boolean> {
    if (this.left === 0) return false;
    this.left -= 1;
    return true;
  }

  putBack(): void {
    this.left += 1;
  }
}
