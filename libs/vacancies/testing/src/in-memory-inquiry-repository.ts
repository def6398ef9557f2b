import type { CollectionRun } from '@job-scope/vacancies-domain';
import type { DueInquiry, InquiryRepository } from '@job-scope/vacancies-ports';
import type { StoredState } from './stored-state';

export class InMemoryInquiryRepository implements InquiryRepository {
  constructor(private readonly state: StoredState) {}

  async add(runId: string, vacancyIds: readonly string[]): Promise<void> {
    for (const id of vacancyIds) this.state.inquiries.set(id, runId);
  }

  async adopt({ id, source }: Pick<CollectionRun, 'id' | 'source'>): Promise<void> {
    for (const [vacancyId, runId] of this.state.inquiries) {
      const run = this.state.runs.get(runId);
      if (run?.status === 'finished' && run.source === source) this.state.inquiries.set(vacancyId, id);
    }
  }

  async due(runId: string, limit: number): Promise<readonly DueInquiry[]> {
    return [...this.state.vacancies.values()]
      .filter(({ id }) => this.state.inquiries.get(id) === runId)
      .sort((a, b) => (a.id < b.id ? 1 : -1))
      .slice(0, limit)
      .map(({ id: vacancyId, sourceId, state }) => ({ vacancyId, sourceId, state }));
  }

  async settle(runId: string, vacancyIds: readonly string[]): Promise<readonly string[]> {
    const waiting = vacancyIds.filter((id) => this.state.inquiries.get(id) === runId);
    for (const id of waiting) this.state.inquiries.delete(id);
    return waiting;
  }
}
