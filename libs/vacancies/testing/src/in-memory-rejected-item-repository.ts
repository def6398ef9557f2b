import type { CollectionRun } from '@job-scope/vacancies-domain';
import type { RejectedItem, RejectedItemRepository } from '@job-scope/vacancies-ports';
import type { StoredState } from './stored-state';

export class InMemoryRejectedItemRepository implements RejectedItemRepository {
  constructor(private readonly state: StoredState) {}

  async keep(
    { id: runId, source }: Pick<CollectionRun, 'id' | 'source'>,
    items: readonly RejectedItem[],
    at: Date,
  ): Promise<void> {
    for (const { sourceId, raw } of structuredClone(items)) {
      if (sourceId === null) continue;
      this.state.rejectedItems.set(`${source} ${sourceId}`, { source, sourceId, runId, raw, rejectedAt: at });
    }
  }

  async forget(source: CollectionRun['source'], sourceIds: readonly string[]): Promise<void> {
    for (const sourceId of sourceIds) this.state.rejectedItems.delete(`${source} ${sourceId}`);
  }
}
