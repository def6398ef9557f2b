import { err, ok, type Result } from '@job-scope/kernel';
import type { IndexOperationReader } from '@job-scope/vacancies-ports';
import { toIndexOperationView, type IndexOperationView } from './index-operation.view';

export type GetIndexOperationFailure = { readonly code: 'search-index.operation-not-found' };

/** How far an operation on a search index is. */
export class GetIndexOperation {
  constructor(private readonly operations: IndexOperationReader) {}

  async execute(id: string): Promise<Result<IndexOperationView, GetIndexOperationFailure>> {
    const operation = await this.operations.byId(id);
    return operation ? ok(toIndexOperationView(operation)) : err({ code: 'search-index.operation-not-found' });
  }
}
