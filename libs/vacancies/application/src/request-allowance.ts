import type { VacancyUnitOfWork } from '@job-scope/vacancies-ports';

/** The run has sent all the requests that it may send. */
export interface RequestsUsedUp {
  readonly code: 'collections.requests-used-up';
  readonly detail: string;
}

export const requestsUsedUp: RequestsUsedUp = {
  code: 'collections.requests-used-up',
  detail: 'the run has sent all the requests that it may send',
};

/** So many are taken at once: what a killed worker has not sent of them is lost to the run. */
const PORTION = 20;

/**
 * The requests that one worker may send for a run. They are taken from the run before they are sent, so that all workers
 * together keep to its limit; a source that has to repeat a request takes from those that are left.
 */
export class RequestAllowance {
  private left = 0;

  constructor(
    private readonly unitOfWork: VacancyUnitOfWork,
    private readonly runId: string,
  ) {}

  /** How many of the wanted requests may be sent. */
  async take(wanted: number): Promise<number> {
    if (this.left < wanted) {
      const missing = Math.max(PORTION, wanted - this.left);
      this.left += await this.unitOfWork.run((tx) => tx.collections.takeRequests(this.runId, missing));
    }
    const granted = Math.max(0, Math.min(wanted, this.left));
    this.left -= granted;
    return granted;
  }

  /** So many more were sent than were taken. */
  spend(requests: number): void {
    this.left -= requests;
  }

  /** For others of the run. */
  async giveBack(): Promise<void> {
    const { left } = this;
    this.left = 0;
    if (left !== 0) await this.unitOfWork.run((tx) => tx.collections.giveBackRequests(this.runId, left));
  }
}
