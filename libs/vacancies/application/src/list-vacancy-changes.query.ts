import { err, ok, type Page, type PagePosition, type Result } from '@job-scope/kernel';
import type { VacancyHistoryReader, VacancyReader } from '@job-scope/vacancies-ports';
import { toVacancyChangeView, type VacancyChangeView } from './vacancy-change.view';

export interface ListVacancyChangesInput {
  readonly vacancyId: string;
  readonly limit: number;
  readonly from?: PagePosition;
}

export type ListVacancyChangesFailure =
  { readonly code: 'vacancies.not-found' } | { readonly code: 'vacancies.cursor-expired' };

/** Lists what became of a vacancy, the newest change first. */
export class ListVacancyChanges {
  constructor(
    private readonly history: VacancyHistoryReader,
    private readonly vacancies: VacancyReader,
  ) {}

  async execute(input: ListVacancyChangesInput): Promise<Result<Page<VacancyChangeView>, ListVacancyChangesFailure>> {
    const listed = await this.history.changes(input);
    if (!listed.ok) return listed;
    const { items, next } = listed.value;
    // What is withheld has a history, too.
    if (!(await this.vacancies.byId(input.vacancyId))) return err({ code: 'vacancies.not-found' });
    return ok({ items: items.map(toVacancyChangeView), next });
  }
}
