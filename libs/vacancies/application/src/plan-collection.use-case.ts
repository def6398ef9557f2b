import { err, ok, type Clock, type IdGenerator, type Result } from '@job-scope/kernel';
import {
  EVERYTHING,
  parseSourceQuery,
  plannedWindow,
  publishedSince,
  type CollectionRun,
  type Slice,
} from '@job-scope/vacancies-domain';
import type { RunLimits, VacancyTransaction, VacancyUnitOfWork } from '@job-scope/vacancies-ports';
import { finishRun } from './conclude-run';
import { addPlannedWindows } from './planned-windows';

export interface PlanCollectionInput {
  readonly runId: string;
}

export type PlanCollectionFailure = { readonly code: 'collections.not-found' };

/** Cuts a requested run into windows and announces each. A run that is already planned is left as it is. */
export class PlanCollection {
  constructor(
    private readonly unitOfWork: VacancyUnitOfWork,
    private readonly clock: Clock,
    private readonly ids: IdGenerator,
    private readonly limits: RunLimits,
  ) {}

  async execute({ runId }: PlanCollectionInput): Promise<Result<void, PlanCollectionFailure>> {
    return this.unitOfWork.run(async (tx) => {
      const run = await tx.collections.lockRun(runId);
      if (!run) return err({ code: 'collections.not-found' });
      if (run.status === 'requested') await this.plan(tx, run);
      return ok(undefined);
    });
  }

  private async plan(tx: VacancyTransaction, run: CollectionRun): Promise<void> {
    const now = this.clock.now();
    // Stored queries outlive the code that checked them.
    const query = parseSourceQuery(run.source, run.query);
    if (!query.ok) {
      const faults = query.error.fields.map(({ pointer, message }) => `${pointer} ${message}`).join('; ');
      return finishRun(tx, run.id, { outcome: 'failed', reason: `the query is not valid: ${faults}` }, now);
    }
    const slice = await this.sliceOf(tx, run);
    const windows = [plannedWindow({ id: this.ids.next(), runId: run.id, parentId: null, slice })];
    await tx.collections.startRun(run.id, now, this.limits.maxRequests);
    await addPlannedWindows(tx, run, windows);
    await tx.collections.appendEvents(
      run.id,
      [
        { type: 'started', data: { source: run.source } },
        { type: 'planned', data: { windows: windows.length } },
      ],
      now,
    );
  }

  /** Without a run before it, there is nothing that an incremental one could leave out. */
  private async sliceOf(tx: VacancyTransaction, { mode, source, query }: CollectionRun): Promise<Slice> {
    const since = mode === 'incremental' ? await tx.collections.lastReadAt(source, query) : undefined;
    return since ? publishedSince(since) : EVERYTHING;
  }
}
