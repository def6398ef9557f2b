import type { Page, PagePosition } from '@job-scope/kernel';
import type { CollectionRunReader } from '@job-scope/vacancies-ports';
import { toCollectionRunView, type CollectionRunView } from './collection-run.view';

export interface ListCollectionRunsInput {
  readonly limit: number;
  readonly from?: PagePosition;
}

/** Lists runs, newest first. */
export class ListCollectionRuns {
  constructor(private readonly reader: CollectionRunReader) {}

  async execute(input: ListCollectionRunsInput): Promise<Page<CollectionRunView>> {
    const { items, next } = await this.reader.list(input);
    return { items: items.map(toCollectionRunView), next };
  }
}
