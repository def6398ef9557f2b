import type { CollectionRun } from '@job-scope/vacancies-domain';
import type { DueInquiry, InquiryRepository } from '@job-scope/vacancies-ports';
import type { StoredState } from './stored-state';

export class InMemoryInquiryRepository implements InquiryRepository {
  constructor(private readonly state: StoredState) {}

  async add(runId: string, vacancyIds: readonly string[]): Promise<void> {
    for (const id of vacancyIds) this.state.inquiries.set(id, { runId, tries: 0 });
  }

  async adopt({ id, source }: Pick<CollectionRun, 'id' | 'source'>, limit: number): Promise<number> {
    const leftOver = [...this.state.inquiries].filter(([, { runId }]) => {
      const run = this.state.runs.get(runId);
      return run?.status === 'finished' && run.source === source && runId !== id;
    });
    const taken = leftOver.slice(0, limit);
    for (const [vacancyId, { tries }] of taken) this.state.inquiries.set(vacancyId, { runId: id, tries });
    return taken.length;
  }

  async due(runId: string, limit: number): Promise<readonly DueInquiry[]> {
    return [...this.state.vacancies.values()]
      .flatMap(({ id: vacancyId, sourceId, raw, state }): DueInquiry[] => {
        const inquiry = this.state.inquiries.get(vacancyId);
        return inquiry?.runId === runId ? [{ vacancyId, sourceId, raw, state, tries: inquiry.tries }] : [];
      })
      .sort((a, b) => a.tries - b.tries || (a.vacancyId < b.vacancyId ? 1 : -1))
      .slice(0, limit);
  }

  async setAside(runId: string, vacancyIds: readonly string[]): Promise<void> {
    for (const id of this.waiting(runId, vacancyIds)) {
      const { tries } = this.state.inquiries.get(id) ?? { tries: 0 };
      this.state.inquiries.set(id, { runId, tries: tries + 1 });
    }
  }

  async settle(runId: string, vacancyIds: readonly string[]): Promise<readonly string[]> {
    const waiting = this.waiting(runId, vacancyIds);
    for (const id of waiting) this.state.inquiries.delete(id);
    return waiting;
  }

  private waiting(runId: string, vacancyIds: readonly string[]): readonly string[] {
    return vacancyIds.filter((id) => this.state.inquiries.get(id)?.runId === runId);
  }
}
