import type { Clock } from '@job-scope/kernel';
import type {
  AreaReader,
  DuplicateGroups,
  IndexOperation,
  IndexRefusals,
  StoredRevisions,
  VacancyReader,
  VacancySearchAdministration,
  VacancySearchAdministrations,
  VacancySearchIndexer,
  VacancyUnitOfWork,
} from '@job-scope/vacancies-ports';
import { CheckIndex } from './check-index';
import { EntriesToIndex } from './entries-to-index';
import { DONE, type StepOutcome } from './index-step';
import { RebuildIndex } from './rebuild-index';

/** With the pause after each, some ten minutes: an engine that is away for longer is asked again by a new operation. */
const MAX_FAILED_STEPS = 100;

/** `idle`: nothing is to be done here. `waiting`: the step must be taken again a little later. */
export type IndexOperationAdvance = 'idle' | 'waiting' | 'advanced';

/**
 * Takes the next step of the operation that is open. A step is a transaction that holds the operation, so that any number
 * of workers share one operation, and when one dies in the middle another takes the same step again.
 */
export class AdvanceIndexOperation {
  private readonly rebuild: RebuildIndex;
  private readonly check: CheckIndex;

  constructor(
    private readonly unitOfWork: VacancyUnitOfWork,
    private readonly administrations: VacancySearchAdministrations,
    private readonly clock: Clock,
    stored: StoredRevisions,
    indexer: VacancySearchIndexer,
    refusals: IndexRefusals,
    vacancies: VacancyReader,
    duplicates: DuplicateGroups,
    areas: AreaReader,
  ) {
    const entries = new EntriesToIndex(vacancies, stored, duplicates, areas, clock);
    this.rebuild = new RebuildIndex(stored, entries, indexer, refusals, clock);
    this.check = new CheckIndex(stored, entries, indexer, refusals);
  }

  /** Throws when the step failed; the operation stays where it was, until too many steps have failed in a row. */
  async execute(): Promise<IndexOperationAdvance> {
    try {
      return await this.unitOfWork.run(async ({ indexOperations }) => {
        const operation = await indexOperations.lockOpen();
        const administration = operation && this.administrationOf(operation);
        if (!operation || !administration) return 'idle';
        const outcome = await this.take(operation, administration);
        if (outcome.kind === 'wait') return 'waiting';
        await indexOperations.save(this.after(operation, outcome));
        if (outcome.kind === 'failed') await abandon(operation, administration);
        return 'advanced';
      });
    } catch (error) {
      await this.noteFailure(error instanceof Error ? error.message : String(error));
      throw error;
    }
  }

  /** Undefined if it is for those who would make another index than we. */
  private administrationOf({ engine, version }: IndexOperation): VacancySearchAdministration | undefined {
    return this.administrations.find((each) => each.engine === engine && each.version === version);
  }

  private async take(operation: IndexOperation, administration: VacancySearchAdministration): Promise<StepOutcome> {
    switch (operation.kind) {
      case 'create':
      case 'rebuild':
        return this.rebuild.take(operation, administration);
      case 'check':
        return this.check.take(operation, administration);
      case 'delete':
        await administration.drop();
        return DONE;
    }
  }

  private after(operation: IndexOperation, outcome: Exclude<StepOutcome, { readonly kind: 'wait' }>): IndexOperation {
    const now = this.clock.now();
    const begun = { ...operation, failedSteps: 0, failure: null, startedAt: operation.startedAt ?? now };
    if (outcome.kind === 'failed') return { ...begun, status: 'failed', failure: outcome.reason, finishedAt: now };
    const progress = { ...operation.progress, ...outcome.progress };
    if (outcome.kind === 'done') return { ...begun, progress, status: 'succeeded', finishedAt: now };
    return { ...begun, progress, status: 'running' };
  }

  private async noteFailure(failure: string): Promise<void> {
    await this.unitOfWork.run(async ({ indexOperations }) => {
      const operation = await indexOperations.lockOpen();
      const administration = operation && this.administrationOf(operation);
      if (!operation || !administration) return;
      const failedSteps = operation.failedSteps + 1;
      const isOver = failedSteps >= MAX_FAILED_STEPS;
      const ended = isOver ? ({ status: 'failed', finishedAt: this.clock.now() } as const) : {};
      await indexOperations.save({ ...operation, failedSteps, failure, ...ended });
    });
  }
}

const abandon = async (
  { progress: { target } }: IndexOperation,
  administration: VacancySearchAdministration,
): Promise<void> => {
  if (target !== null) await administration.abandonRebuild(target);
};
