import { portToken } from '@job-scope/kernel';
import type { EditableField, Vacancy } from '@job-scope/vacancies-domain';

/** What is shown of a vacancy beside its duplicates. */
export type DuplicateVacancy = Pick<Vacancy, 'id' | 'source' | 'url'>;

/** Reads stored vacancies outside any transaction; none of those that are withheld. */
export interface VacancyReader {
  byId(id: string): Promise<Vacancy | undefined>;
  /** In any order; unknown identifiers are left out. `raw` may be left empty: it is not for the index. */
  byIds(ids: readonly string[]): Promise<readonly Vacancy[]>;
  /** The vacancy and its duplicates, the canonical one first (`byCanonical`); no more than `limit`. */
  duplicatesOf(id: string, limit: number): Promise<readonly DuplicateVacancy[]>;
  /** What superusers have changed of it; undefined if there is none. */
  editedFieldsOf(id: string): Promise<readonly EditableField[] | undefined>;
}

export const VACANCY_READER = portToken<VacancyReader>('vacancies/VacancyReader');
