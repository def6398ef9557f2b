import type { SourceName } from '@job-scope/vacancies-domain';
import type { SweepRepository, UnseenRequest } from '@job-scope/vacancies-ports';
import type { StoredState } from './stored-state';

export class InMemorySweepRepository implements SweepRepository {
  constructor(private readonly state: StoredState) {}

  async noteMatches(queryKey: string, source: SourceName, sourceIds: readonly string[]): Promise<void> {
    const matches = this.state.matches.get(queryKey) ?? new Set();
    for (const row of this.state.vacancies.values()) {
      if (row.source === source && sourceIds.includes(row.sourceId)) matches.add(row.id);
    }
    this.state.matches.set(queryKey, matches);
  }

  async unseen(
    { source, queryKey, before, employers }: UnseenRequest,
    limit: number,
    afterId: string | null,
  ): Promise<readonly string[]> {
    const matches = queryKey === null ? null : (this.state.matches.get(queryKey) ?? new Set());
    return [...this.state.vacancies.values()]
      .filter((row) => row.source === source && row.state === 'active' && row.lastSeenAt < before)
      .filter((row) => employers === null || employers.includes((row.told?.employer ?? row.employer)?.id ?? ''))
      .map(({ id }) => id)
      .filter((id) => (afterId === null || id > afterId) && (matches === null || matches.has(id)))
      .sort()
      .slice(0, limit);
  }

  async forgetMatches(queryKey: string, vacancyIds: readonly string[]): Promise<void> {
    for (const id of vacancyIds) this.state.matches.get(queryKey)?.delete(id);
  }
}
