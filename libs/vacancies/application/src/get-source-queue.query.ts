import { err, ok, type Result } from '@job-scope/kernel';
import { isSourceName, type SourceName } from '@job-scope/vacancies-domain';
import type { SourceBlock, SourceBlocks, VacancyUnitOfWork } from '@job-scope/vacancies-ports';

export interface SourceQueueView {
  readonly source: SourceName;
  /** Null if it is not paused. */
  readonly pausedSince: Date | null;
  /** Why no request may go out; null if they may. */
  readonly block: SourceBlock | null;
  /** Runs that have not ended. */
  readonly openRuns: number;
}

export interface SourceNotFound {
  readonly code: 'sources.not-found';
}

/** Tells whether a source is worked on, and how much there is to do. */
export class GetSourceQueue {
  constructor(
    private readonly unitOfWork: VacancyUnitOfWork,
    private readonly blocks: SourceBlocks,
  ) {}

  async execute(source: string): Promise<Result<SourceQueueView, SourceNotFound>> {
    if (!isSourceName(source)) return err({ code: 'sources.not-found' });
    const block = await this.blocks.of(source);
    return this.unitOfWork.run(async ({ switches, collections }) => {
      const openRuns = (await collections.openRuns(source)).length;
      return ok({ source, pausedSince: await switches.pausedSince(source), block, openRuns });
    });
  }
}
