import { portToken, type Page, type PagePosition, type Result } from '@job-scope/kernel';
import type { Vacancy } from '@job-scope/vacancies-domain';
import type { VacancySummary } from './vacancy-search.port';

/** A vacancy that superusers keep from all readers. */
export interface HiddenVacancy extends VacancySummary, Pick<Vacancy, 'revision'> {
  readonly hiddenAt: Date;
}

/** The position was not made by this list, or is of an older make: begin again. */
export type HiddenVacancyListFailure = { readonly code: 'vacancies.cursor-expired' };

/** Reads what is hidden; nothing of what is deleted. */
export interface HiddenVacancyReader {
  /** The last hidden first. */
  list(request: {
    readonly limit: number;
    readonly from?: PagePosition;
  }): Promise<Result<Page<HiddenVacancy>, HiddenVacancyListFailure>>;
}

export const HIDDEN_VACANCY_READER = portToken<HiddenVacancyReader>('vacancies/HiddenVacancyReader');
