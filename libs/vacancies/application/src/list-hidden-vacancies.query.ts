import { ok, type Page, type PagePosition, type Result } from '@job-scope/kernel';
import type { HiddenVacancyReader } from '@job-scope/vacancies-ports';
import { toVacancySummaryView, type VacancySummaryView } from './vacancy.view';

export interface ListHiddenVacanciesInput {
  readonly limit: number;
  readonly from?: PagePosition;
}

export interface HiddenVacancyView extends VacancySummaryView {
  readonly revision: number;
  readonly hiddenAt: Date;
}

export type ListHiddenVacanciesFailure = { readonly code: 'vacancies.cursor-expired' };

/** Lists what superusers have hidden, the last hidden first, for somebody to show again. */
export class ListHiddenVacancies {
  constructor(private readonly hidden: HiddenVacancyReader) {}

  async execute(input: ListHiddenVacanciesInput): Promise<Result<Page<HiddenVacancyView>, ListHiddenVacanciesFailure>> {
    const listed = await this.hidden.list(input);
    if (!listed.ok) return listed;
    const { items, next } = listed.value;
    return ok({
      items: items.map((each) => ({
        ...toVacancySummaryView(each),
        revision: each.revision,
        hiddenAt: each.hiddenAt,
      })),
      next,
    });
  }
}
