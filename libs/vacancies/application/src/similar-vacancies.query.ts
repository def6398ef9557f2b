import { err, ok, type Result } from '@job-scope/kernel';
import type { SearchFailure, VacancyReader, VacancySearchReader } from '@job-scope/vacancies-ports';
import { toVacancyHitView, type VacancyHitView } from './vacancy-hit.view';

export type SimilarVacanciesFailure = { readonly code: 'vacancies.not-found' } | SearchFailure;

export interface SimilarVacanciesView {
  readonly items: readonly VacancyHitView[];
  /** Whether another engine answered than the one that should have. */
  readonly degraded: boolean;
}

/** Finds open vacancies like one that is open or closed. */
export class SimilarVacancies {
  constructor(
    private readonly vacancies: VacancyReader,
    private readonly search: VacancySearchReader,
  ) {}

  async execute(input: {
    readonly id: string;
    readonly limit: number;
  }): Promise<Result<SimilarVacanciesView, SimilarVacanciesFailure>> {
    const vacancy = await this.vacancies.byId(input.id);
    if (!vacancy) return err({ code: 'vacancies.not-found' });
    const similar = await this.search.similar(vacancy, input.limit);
    if (!similar.ok) return similar;
    const { items, degraded } = similar.value;
    return ok({ items: items.map(toVacancyHitView), degraded });
  }
}
