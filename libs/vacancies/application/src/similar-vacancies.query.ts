import { err, ok, type Result } from '@job-scope/kernel';
import type { SearchFailure, VacancyReader, VacancySearchReader } from '@job-scope/vacancies-ports';
import { toVacancyHitView, type VacancyHitView } from './vacancy-hit.view';

export type SimilarVacanciesFailure = { readonly code: 'vacancies.not-found' } | SearchFailure;

/** Finds open vacancies like one that is open or closed. */
export class SimilarVacancies {
  constructor(
    private readonly vacancies: VacancyReader,
    private readonly search: VacancySearchReader,
  ) {}

  async execute(input: {
    readonly id: string;
    readonly limit: number;
  }): Promise<Result<readonly VacancyHitView[], SimilarVacanciesFailure>> {
    const vacancy = await this.vacancies.byId(input.id);
    if (!vacancy) return err({ code: 'vacancies.not-found' });
    const similar = await this.search.similar(vacancy, input.limit);
    return similar.ok ? ok(similar.value.map(toVacancyHitView)) : similar;
  }
}
