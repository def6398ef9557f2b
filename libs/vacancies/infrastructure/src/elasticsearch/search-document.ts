import type { Vacancy } from '@job-scope/vacancies-domain';
import type { VacancyHit } from '@job-scope/vacancies-ports';

/** What the index holds of a vacancy: what a list of results shows. */
export interface SearchDocument extends Omit<VacancyHit, 'publishedAt'> {
  /** ISO 8601 in UTC, with milliseconds. */
  readonly publishedAt: string;
}

/** Throws when the vacancy cannot be written down, e.g. for a date that is none. */
export const toDocument = (vacancy: Vacancy): SearchDocument => ({
  id: vacancy.id,
  source: vacancy.source,
  sourceId: vacancy.sourceId,
  title: vacancy.title,
  url: vacancy.url,
  employer: vacancy.employer,
  area: vacancy.area,
  salary: vacancy.salary,
  experience: vacancy.experience,
  requirement: vacancy.requirement,
  responsibility: vacancy.responsibility,
  publishedAt: vacancy.publishedAt.toISOString(),
  state: vacancy.state,
});

export const toHit = (document: SearchDocument): VacancyHit => ({
  ...document,
  publishedAt: new Date(document.publishedAt),
});
