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
import { endUnplanned } from './conclude-run';
import { addPlannedWindows } from './planned-windows';

export interface PlanCollectionInput {
  readonly runId: string;
  /** Which attempt this is, from 1. */
  readonly attempt: number;
}

/** `failed`: it was given up at once, because no other attempt could go better. */
export type PlanCollectionEnd = 'planned' | 'failed';

export type PlanCollectionFailure = { readonly code: 'collections.not-found' };

/** Cuts a requested run into windows and announces each. A run that is already planned is left as it is. */
export class PlanCollection {
  constructor(
    private readonly unitOfWork: VacancyUnitOfWork,
    private readonly clock: Clock,
    private readonly ids: IdGenerator,
    private readonly limits: RunLimits,
  ) {}

  async execute({ runId, attempt }: PlanCollectionInput): Promise<Result<PlanCollectionEnd, PlanCollectionFailure>> {
    return this.unitOfWork.run(async (tx) => {
      const run = await tx.collections.lockRun(runId);
      if (!run) return err({ code: 'collections.not-found' });
      return ok(run.status === 'requested' ? await this.plan(tx, run, attempt) : 'planned');
    });
  }

  private async plan(tx: VacancyTransaction, run: CollectionRun, attempts: number): Promise<PlanCollectionEnd> {
    const now = this.clock.now();
    // Stored queries outlive the code that checked them.
    const query = parseSourceQuery(run.source, run.query);
    if (!query.ok) {
      const faults = query.error.fields.map(({ pointer, message }) => `${pointer} ${message}`).join('; ');
      const detail = `the query is not valid: ${faults}`;
      await endUnplanned(tx, run, { reason: 'collections.invalid-query', detail, attempts }, now);
      return 'failed';
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
    return 'planned';
  }

  /** Without a run before it, there is nothing that an incremental one could leave out. */
  private async sliceOf(tx: VacancyTransaction, { mode, source, query }: CollectionRun): Promise<Slice> {
    const since = mode === 'incremental' ? await tx.collections.lastReadAt(source, query) : undefined;
    return since ? publishedSince(since) : EVERYTHING;
  }
}
