import { portToken } from '@job-scope/kernel';
import type { Vacancy } from '@job-scope/vacancies-domain';

/** Reads stored vacancies outside any transaction. */
export interface VacancyReader {
  byId(id: string): Promise<Vacancy | undefined>;
  /** In any order; unknown identifiers are left out. `raw` may be left empty: it is not for the index. */
  byIds(ids: readonly string[]): Promise<readonly Vacancy[]>;
}

export const VACANCY_READER = portToken<VacancyReader>('vacancies/VacancyReader');
