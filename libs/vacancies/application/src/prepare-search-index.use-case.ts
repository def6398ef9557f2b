import type { VacancySearchIndexer } from '@job-scope/vacancies-ports';

/** Makes the search index ready to take vacancies. Safe to repeat, and in several workers at once. */
export class PrepareSearchIndex {
  constructor(private readonly indexer: VacancySearchIndexer) {}

  /** Rejects while the search server is away. */
  execute(): Promise<void> {
    return this.indexer.prepare();
  }
}
