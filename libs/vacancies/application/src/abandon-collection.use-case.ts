import type { Clock } from '@job-scope/kernel';
import type { VacancyUnitOfWork } from '@job-scope/vacancies-ports';
import { endWindow, finishRun } from './conclude-run';

export interface AbandonCollectionInput {
  readonly runId: string;
  /** Null if the run could not even be planned. */
  readonly windowId: string | null;
  readonly reason: string;
}

/** Ends what the queue has given up for good, so that no run stays open that nobody works on. */
export class AbandonCollection {
  constructor(
    private readonly unitOfWork: VacancyUnitOfWork,
    private readonly clock: Clock,
  ) {}

  async execute({ runId, windowId, reason }: AbandonCollectionInput): Promise<void> {
    const now = this.clock.now();
    await this.unitOfWork.run(async (tx) => {
      if (windowId !== null) return endWindow(tx, windowId, 'failed', reason, now);
      const run = await tx.collections.lockRun(runId);
      if (run?.status !== 'requested') return;
      await finishRun(tx, runId, { outcome: 'failed', reason: `the run could not be planned: ${reason}` }, now);
    });
  }
}
