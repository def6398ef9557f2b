import { err, ok, type Result } from '@job-scope/kernel';
import type { CollectionRunReader } from '@job-scope/vacancies-ports';
import { toCollectionRunView, type CollectionRunDetailView } from './collection-run.view';

export type GetCollectionRunFailure = { readonly code: 'collections.not-found' };

/** Shows how far one run has come. */
export class GetCollectionRun {
  constructor(private readonly reader: CollectionRunReader) {}

  async execute(id: string): Promise<Result<CollectionRunDetailView, GetCollectionRunFailure>> {
    const run = await this.reader.byId(id);
    if (!run) return err({ code: 'collections.not-found' });
    const windows = {
      planned: 0,
      collecting: 0,
      done: 0,
      split: 0,
      blocked: 0,
      failed: 0,
      capped: 0,
      cancelled: 0,
      ...(await this.reader.windowStates(id)),
    };
    return ok({ ...toCollectionRunView(run), windows });
  }
}
