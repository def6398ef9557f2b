import type { Clock } from '@job-scope/kernel';
import type {
  IndexOperation,
  IndexRefusals,
  StoredRevisions,
  VacancySearchAdministration,
  VacancySearchIndexer,
} from '@job-scope/vacancies-ports';
import type { EntriesToIndex } from './entries-to-index';
import { DONE, failed, next, WAIT, type StepOutcome } from './index-step';

/** Small enough that a step ends well before a transaction may be idle no longer. */
const BATCH = 500;
/** Searches that were sent to the index before have had their answer by then. */
const GRACE_MS = 5_000;

/** The steps of a rebuild. Each can be repeated, so that whoever dies in one loses nothing but that one. */
export class RebuildIndex {
  constructor(
    private readonly stored: StoredRevisions,
    private readonly entries: EntriesToIndex,
    private readonly indexer: VacancySearchIndexer,
    private readonly refusals: IndexRefusals,
    private readonly clock: Clock,
  ) {}

  take(operation: IndexOperation, administration: VacancySearchAdministration): Promise<StepOutcome> {
    switch (operation.progress.phase) {
      case 'copy':
        return this.copy(operation);
      case 'compare':
        return this.compare(operation, administration);
      case 'drop-old':
        return this.dropOld(operation, administration);
      default:
        return this.begin(operation, administration);
    }
  }

  private async begin({ id, kind }: IndexOperation, administration: VacancySearchAdministration): Promise<StepOutcome> {
    if (kind === 'create' && (await administration.status()).state === 'ready') return DONE;
    const target = await administration.beginRebuild(id);
    return next({ phase: 'copy', target, total: await this.stored.count() });
  }

  /**
   * From here on the indexer writes to the new index too, so that it lacks only what was stored before. An older reading
   * of a vacancy never replaces a later one: the engine refuses it by its revision.
   */
  private async copy({ progress }: IndexOperation): Promise<StepOutcome> {
    const page = await this.stored.after(progress.after, BATCH);
    const last = page.at(-1);
    if (!last) return next({ phase: 'compare' });
    await this.entries.hand(
      page.map(({ id }) => id),
      this.indexer,
    );
    return next({ after: last.id, processed: progress.processed + page.length });
  }

  /** What is stored but not indexed must be on its way, or have been refused. Asked in this order, that is no guess. */
  private async compare(
    { engine, progress: { target } }: IndexOperation,
    administration: VacancySearchAdministration,
  ): Promise<StepOutcome> {
    if (target === null) return failed('there is nothing to compare with');
    const stored = await this.stored.count();
    const { pending } = await this.stored.lag();
    const refused = await this.refusals.count(engine);
    const documents = await administration.documentsOf(target);
    if (documents + pending + refused < stored) {
      return failed(`the new index holds ${documents} of ${stored} vacancies; ${refused} were refused`);
    }
    await administration.completeRebuild(target);
    return next({ phase: 'drop-old', switchedAt: this.clock.now().getTime() });
  }

  private async dropOld(
    { progress: { switchedAt } }: IndexOperation,
    administration: VacancySearchAdministration,
  ): Promise<StepOutcome> {
    if (this.clock.now().getTime() < (switchedAt ?? 0) + GRACE_MS) return WAIT;
    await administration.dropOthers();
    return DONE;
  }
}
