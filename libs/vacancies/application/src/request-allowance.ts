import type { CancelSignal } from '@job-scope/kernel';
import type { RequestQuota, VacancyUnitOfWork } from '@job-scope/vacancies-ports';

/** So many are taken at once, fewer near the limit: what a killed worker has not sent of them is lost to the run. */
const PORTION = 20;

/**
 * The requests that one worker may send for a run. They are taken from the run before they are sent, so that all workers
 * together keep to its limit.
 */
export class RequestAllowance implements RequestQuota {
  private left = 0;
  private taking: Promise<number> | undefined;

  constructor(
    private readonly unitOfWork: VacancyUnitOfWork,
    private readonly runId: string,
    private readonly signal: CancelSignal,
  ) {}

  async take(): Promise<boolean> {
    while (this.left === 0) {
      // Requests that are sent side by side take one portion together.
      if ((await (this.taking ??= this.takePortion())) === 0) return false;
    }
    this.left -= 1;
    return true;
  }

  putBack(): void {
    this.left += 1;
  }

  /** For others of the run. */
  async giveBack(): Promise<void> {
    const { left } = this;
    this.left = 0;
    if (left > 0) await this.unitOfWork.run((tx) => tx.collections.giveBackRequests(this.runId, left));
  }

  private async takePortion(): Promise<number> {
    try {
      const granted = await this.unitOfWork.run((tx) => tx.collections.takeRequests(this.runId, PORTION), this.signal);
      this.left += granted;
      return granted;
    } finally {
      this.taking = undefined;
    }
  }
}
