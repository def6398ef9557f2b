import type { RefreshClaims, RefreshTiming } from '@job-scope/vacancies-ports';

export class InMemoryRefreshClaims implements RefreshClaims {
  protected readonly claimedAt = new Map<string, number>();
  protected readonly doneAt = new Map<string, number>();

  constructor(protected readonly now: () => number = Date.now) {}

  async claim(task: string, { everyMs, retryMs }: RefreshTiming): Promise<boolean> {
    const isBefore = (at: number | undefined, ms: number) => at === undefined || at <= this.now() - ms;
    if (!isBefore(this.claimedAt.get(task), retryMs) || !isBefore(this.doneAt.get(task), everyMs)) return false;
    this.claimedAt.set(task, this.now());
    return true;
  }

  async done(task: string): Promise<void> {
    this.doneAt.set(task, this.now());
  }
}
