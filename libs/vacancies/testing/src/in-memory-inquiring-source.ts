import { ok, type CancelSignal, type Result } from '@job-scope/kernel';
import { EVERYTHING, type Slice } from '@job-scope/vacancies-domain';
import type {
  InquiryAnswer,
  RequestQuota,
  SourceFailure,
  SourcePage,
  VacancyInquiry,
} from '@job-scope/vacancies-ports';
import { someDetails } from './builders';
import { InMemoryVacancySource } from './in-memory-vacancy-source';

/** One that can be asked for single vacancies too; its lists leave out their descriptions, which are their titles. */
export class InMemoryInquiringSource extends InMemoryVacancySource {
  /** Vacancies that are in no list any more, but not gone, by their identifier. */
  readonly archived = new Set<string>();
  /** Vacancies that are open, and in no list. */
  readonly hidden = new Set<string>();
  /** Vacancies that it refuses to tell of. */
  readonly secret = new Set<string>();
  /** Vacancies that it cannot tell of: it answers in vain whenever it is asked for one. */
  readonly unanswerable = new Set<string>();
  /** Vacancies whose details nobody can understand. */
  readonly garbled = new Set<string>();
  /** Identifiers that were asked for, in order. */
  readonly asked: string[] = [];
  completesLists = true;

  get inquiry(): VacancyInquiry {
    return {
      completesLists: this.completesLists,
      ask: ({ sourceId }, signal, quota) => this.ask(sourceId, signal, quota),
    };
  }

  protected override show(from: number, slice: Slice): SourcePage {
    const { vacancies } = this.world;
    this.world.vacancies = vacancies.filter(({ sourceId }) => !this.hidden.has(sourceId));
    const page = super.show(from, slice);
    this.world.vacancies = vacancies;
    return page;
  }

  private async ask(
    sourceId: string,
    signal: CancelSignal,
    quota?: RequestQuota,
  ): Promise<Result<InquiryAnswer, SourceFailure>> {
    this.asked.push(sourceId);
    // Whatever keeps it from answering keeps it from that, too.
    const answers = await super.page({ query: {}, slice: EVERYTHING, cursor: null }, signal, quota);
    if (!answers.ok) return answers;
    if (this.unanswerable.has(sourceId)) {
      return { ok: false, error: { code: 'source.unavailable', detail: 'not a vacancy', requests: 1 } };
    }
    if (this.secret.has(sourceId)) return { ok: false, error: { code: 'source.query-refused', detail: 'a secret' } };
    const known = { rejected: null, requests: 1 } as const;
    const vacancy = this.world.vacancies.find((one) => one.sourceId === sourceId);
    if (!vacancy) return ok({ ...known, state: this.archived.has(sourceId) ? 'archived' : 'gone', told: null });
    const raw = { id: sourceId, description: vacancy.title };
    if (this.garbled.has(sourceId)) {
      return ok({ ...known, state: 'active', told: null, rejected: { reason: 'description is strange', raw } });
    }
    return ok({ ...known, state: 'active', told: { details: someDetails(vacancy.title), raw } });
  }
}
