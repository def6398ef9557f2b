import { err, ok, type Clock, type Result } from '@job-scope/kernel';
import type { VacancyTransaction, VacancyUnitOfWork } from '@job-scope/vacancies-ports';
import { toCollectionRunView, type CollectionRunView } from './collection-run.view';
import { finishRun } from './conclude-run';
import { auditOf, type Requester } from './requester';

export interface CancelCollectionInput {
  readonly requester: Requester;
  readonly runId: string;
}

export type CancelCollectionFailure =
  { readonly code: 'collections.not-found' } | { readonly code: 'collections.already-finished' };

/** Ends a run that is under way: its workers stop as soon as they notice. What was stored stays. */
export class CancelCollection {
  constructor(
    private readonly unitOfWork: VacancyUnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * Cancelling it again is no failure. Workers lock a window before its run, so both in one transaction, in whatever
   * order, could wait for each other: the run ends first, which alone already stops its workers.
   */
  async execute(input: CancelCollectionInput): Promise<Result<CollectionRunView, CancelCollectionFailure>> {
    const ended = await this.unitOfWork.run((tx) => this.end(tx, input));
    if (ended.ok) await this.unitOfWork.run((tx) => tx.collections.cancelWindows(input.runId));
    return ended;
  }

  private async end(
    tx: VacancyTransaction,
    { requester, runId }: CancelCollectionInput,
  ): Promise<Result<CollectionRunView, CancelCollectionFailure>> {
    const now = this.clock.now();
    const run = await tx.collections.lockRun(runId);
    if (!run) return err({ code: 'collections.not-found' });
    if (run.outcome === 'cancelled') return ok(toCollectionRunView(run));
    if (run.status === 'finished') return err({ code: 'collections.already-finished' });
    const conclusion = { outcome: 'cancelled', reason: null } as const;
    await finishRun(tx, runId, conclusion, now);
    const subject = { kind: 'collection-run', id: runId } as const;
    await tx.audit.append(auditOf(requester, 'collection.cancelled', subject, now, { source: run.source }));
    return ok(toCollectionRunView({ ...run, ...conclusion, status: 'finished', finishedAt: now }));
  }
}
