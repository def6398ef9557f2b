import { ok, type Page, type PagePosition, type Result } from '@job-scope/kernel';
import type { CollectionRunReader } from '@job-scope/vacancies-ports';
import { toCollectionRunView, type CollectionRunView } from './collection-run.view';

export interface ListCollectionRunsInput {
  readonly limit: number;
  readonly from?: PagePosition;
}

export type ListCollectionRunsFailure = { readonly code: 'collections.cursor-expired' };

/** Lists runs, newest first. */
export class ListCollectionRuns {
  constructor(private readonly reader: CollectionRunReader) {}

  async execute(input: ListCollectionRunsInput): Promise<Result<Page<CollectionRunView>, ListCollectionRunsFailure>> {
    const listed = await this.reader.list(input);
    if (!listed.ok) return listed;
    const { items, next } = listed.value;
    return ok({ items: items.map(toCollectionRunView), next });
  }
}
