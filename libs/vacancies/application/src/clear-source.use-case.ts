import { err, ok, type Clock, type Result } from '@job-scope/kernel';
import { isSourceName } from '@job-scope/vacancies-domain';
import type { VacancyUnitOfWork } from '@job-scope/vacancies-ports';
import type { CancelCollection } from './cancel-collection.use-case';
import type { SourceNotFound } from './get-source-queue.query';
import type { SourceInput } from './pause-source.use-case';
import { auditOf } from './requester';

export interface ClearSourceInput extends SourceInput {
  /** The name of the source once more: what is cancelled cannot be taken back. */
  readonly confirm: string;
}

export type ClearSourceFailure = SourceNotFound | { readonly code: 'sources.not-confirmed' };

/** Cancels all runs of a source that are under way or wait. */
export class ClearSource {
  constructor(
    private readonly unitOfWork: VacancyUnitOfWork,
    private readonly clock: Clock,
    private readonly cancelCollection: CancelCollection,
  ) {}

  /** Tells how many runs it has cancelled. */
  async execute({ requester, source, confirm }: ClearSourceInput): Promise<Result<number, ClearSourceFailure>> {
    if (!isSourceName(source)) return err({ code: 'sources.not-found' });
    if (confirm !== source) return err({ code: 'sources.not-confirmed' });
    const open = await this.unitOfWork.run(({ collections }) => collections.openRuns(source));
    let cancelled = 0;
    for (const runId of open) {
      if ((await this.cancelCollection.execute({ requester, runId })).ok) cancelled += 1;
    }
    const subject = { kind: 'source', id: source } as const;
    await this.unitOfWork.run((tx) =>
      tx.audit.append(auditOf(requester, 'source.cleared', subject, this.clock.now(), { runs: String(cancelled) })),
    );
    return ok(cancelled);
  }
}
