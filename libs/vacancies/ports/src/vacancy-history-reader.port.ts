import { portToken, type Page, type PagePosition, type Result } from '@job-scope/kernel';
import type { VacancyChange } from '@job-scope/vacancies-domain';

export interface VacancyChangesRequest {
  readonly vacancyId: string;
  readonly limit: number;
  readonly from?: PagePosition;
}

/** The position was not made by this list, or is of an older make: begin again. */
export type VacancyHistoryFailure = { readonly code: 'vacancies.cursor-expired' };

/** Reads what became of vacancies. */
export interface VacancyHistoryReader {
  /** Newest first; nothing of a vacancy that never changed, or never was. */
  changes(request: VacancyChangesRequest): Promise<Result<Page<VacancyChange>, VacancyHistoryFailure>>;
}

export const VACANCY_HISTORY_READER = portToken<VacancyHistoryReader>('vacancies/VacancyHistoryReader');
