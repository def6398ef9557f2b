import { err, type Clock, type Result } from '@job-scope/kernel';
import { isSourceName } from '@job-scope/vacancies-domain';
import type { VacancyUnitOfWork } from '@job-scope/vacancies-ports';
import type { GetSourceQueue, SourceNotFound, SourceQueueView } from './get-source-queue.query';
import { auditOf, type Requester } from './requester';

export interface SourceInput {
  readonly requester: Requester;
  readonly source: string;
}

/** Lets nobody work for a source until it is resumed. Runs may still be asked for: they wait. */
export class PauseSource {
  constructor(
    private readonly unitOfWork: VacancyUnitOfWork,
    private readonly clock: Clock,
    private readonly queue: GetSourceQueue,
  ) {}

  /** Pausing it again is no failure. */
  async execute({ requester, source }: SourceInput): Promise<Result<SourceQueueView, SourceNotFound>> {
    if (!isSourceName(source)) return err({ code: 'sources.not-found' });
    const now = this.clock.now();
    await this.unitOfWork.run(async (tx) => {
      if (!(await tx.switches.pause(source, now))) return;
      await tx.audit.append(auditOf(requester, 'source.paused', { kind: 'source', id: source }, now, {}));
    });
    return this.queue.execute(source);
  }
}
