import type { Clock } from '@job-scope/kernel';
import type { JobFailure } from '@job-scope/vacancies-domain';
import type { VacancyUnitOfWork } from '@job-scope/vacancies-ports';
import { endUnplanned, endWindow } from './conclude-run';

export interface AbandonCollectionInput {
  readonly runId: string;
  /** Null if the run could not even be planned. */
  readonly windowId: string | null;
  readonly reason: JobFailure;
  /** For people. */
  readonly detail: string;
  readonly attempts: number;
}

/** Ends what the queue has given up for good, so that no run stays open that nobody works on, and keeps it as a dead letter. */
export class AbandonCollection {
  constructor(
    private readonly unitOfWork: VacancyUnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Tells whether there was anything left to end. */
  async execute({ runId, windowId, ...givenUp }: AbandonCollectionInput): Promise<boolean> {
    const now = this.clock.now();
    return this.unitOfWork.run(async (tx) => {
      if (windowId !== null) return endWindow(tx, windowId, 'failed', givenUp, now);
      const run = await tx.collections.lockRun(runId);
      if (run?.status !== 'requested') return false;
      await endUnplanned(tx, run, givenUp, now);
      return true;
    });
  }
}
