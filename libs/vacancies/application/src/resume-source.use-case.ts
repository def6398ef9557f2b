import { err, type Clock, type Result } from '@job-scope/kernel';
import { isSourceName } from '@job-scope/vacancies-domain';
import type { SourceBlocks, VacancyUnitOfWork } from '@job-scope/vacancies-ports';
import type { GetSourceQueue, SourceNotFound, SourceQueueView } from './get-source-queue.query';
import type { SourceInput } from './pause-source.use-case';
import { auditOf } from './requester';

/** Lets a source be worked for again, and asked at once: whoever resumes it knows that what blocked it is gone. */
export class ResumeSource {
  constructor(
    private readonly unitOfWork: VacancyUnitOfWork,
    private readonly blocks: SourceBlocks,
    private readonly clock: Clock,
    private readonly queue: GetSourceQueue,
  ) {}

  /** Resuming one that is neither paused nor blocked is no failure. */
  async execute({ requester, source }: SourceInput): Promise<Result<SourceQueueView, SourceNotFound>> {
    if (!isSourceName(source)) return err({ code: 'sources.not-found' });
    const block = await this.blocks.of(source);
    await this.unitOfWork.run(async (tx) => {
      const wasPaused = await tx.switches.resume(source);
      if (!wasPaused && !block) return;
      const details: Record<string, string> = block ? { lifted: block.reason } : {};
      const subject = { kind: 'source', id: source } as const;
      await tx.audit.append(auditOf(requester, 'source.resumed', subject, this.clock.now(), details));
    });
    if (block) await this.blocks.lift(source);
    return this.queue.execute(source);
  }
}
