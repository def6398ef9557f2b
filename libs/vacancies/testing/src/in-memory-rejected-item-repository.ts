import type { CollectionRun } from '@job-scope/vacancies-domain';
import type { KeptAt, RejectedItem, RejectedItemRepository } from '@job-scope/vacancies-ports';
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

  async settle(source: CollectionRun['source'], items: readonly KeptAt[]): Promise<readonly string[]> {
    const { rejectedItems } = this.state;
    const settled = items.filter(
      ({ sourceId, rejectedAt }) =>
        rejectedItems.get(`${source} ${sourceId}`)?.rejectedAt.getTime() === rejectedAt.getTime(),
    );
    for (const { sourceId } of settled) rejectedItems.delete(`${source} ${sourceId}`);
    return settled.map(({ sourceId }) => sourceId);
  }
}
