import type { Clock, IdGenerator } from '@job-scope/kernel';
import type {
  StoredRevisions,
  VacancySearchAdministrations,
  VacancySearchIndexer,
  VacancyUnitOfWork,
} from '@job-scope/vacancies-ports';
import { RequestIndexOperation } from './request-index-operation.use-case';

/**
 * Makes the search indexes ready to take vacancies. Safe to repeat, and in several workers at once. An index that lacks
 * what is stored, because it is of an earlier version of us or its engine came later, is rebuilt by an operation;
 * searches read the old one, or another engine, until that is done. One of a later version is left as it is.
 */
export class PrepareSearchIndex {
  private readonly asked = new Set<string>();
  private readonly request: RequestIndexOperation;

  constructor(
    private readonly indexer: VacancySearchIndexer,
    private readonly administrations: VacancySearchAdministrations,
    private readonly stored: StoredRevisions,
    unitOfWork: VacancyUnitOfWork,
    clock: Clock,
    ids: IdGenerator,
  ) {
    this.request = new RequestIndexOperation(unitOfWork, administrations, clock, ids);
  }

  /** False while a rebuild that is needed could not be asked for, as another is under way. Throws while an engine is away. */
  async execute(): Promise<boolean> {
    const states = await Promise.all(this.administrations.map(async (each) => (await each.status()).state));
    const isEmpty = states.some((state) => state !== 'ready') && (await this.stored.count()) === 0;
    if (isEmpty || states.every((state) => state === 'ready')) await this.indexer.prepare();
    const toRebuild = this.administrations.filter((_, index) => !isEmpty && needsRebuild(states[index]));
    let complete = true;
    for (const { engine } of toRebuild) {
      // Once: a rebuild that fails needs a person, not another one.
      if (this.asked.has(engine)) continue;
      const asked = await this.request.execute({ requester: null, kind: 'rebuild', engine, repair: false });
      if (asked.ok) this.asked.add(engine);
      else complete = false;
    }
    return complete;
  }
}

const needsRebuild = (state: string | undefined): boolean => state === 'absent' || state === 'outdated';
