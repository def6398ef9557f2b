import type { MonthlySalary, Vacancy } from '@job-scope/vacancies-domain';
import type { VacancyHit } from '@job-scope/vacancies-ports';
import { dayOf } from '../day';

/** What the index holds of a vacancy: what a list of results shows. */
export interface SearchDocument extends Omit<
  VacancyHit,
  'publishedAt' | 'monthlySalary' | 'keySkills' | 'point' | 'distanceMetres' | 'highlights'
> {
  /** ISO 8601 in UTC, with milliseconds. */
  readonly publishedAt: string;
  /** The day of the rates as `YYYY-MM-DD`. */
  readonly monthlySalary: (Omit<MonthlySalary, 'ratesOf'> & { readonly ratesOf: string }) | null;
  readonly duplicateKey: string | null;
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
  monthlySalary: vacancy.monthlySalary && { ...vacancy.monthlySalary, ratesOf: dayOf(vacancy.monthlySalary.ratesOf) },
  duplicateKey: vacancy.duplicateKey,
  experience: vacancy.experience,
  employment: vacancy.employment,
  schedule: vacancy.schedule,
  workFormats: vacancy.workFormats,
  professionalRoles: vacancy.professionalRoles,
  hasTest: vacancy.hasTest,
  requirement: vacancy.requirement,
  responsibility: vacancy.responsibility,
  publishedAt: vacancy.publishedAt.toISOString(),
  state: vacancy.state,
});

/** What the first version did not index yet: such documents lack it until their vacancies are written again. */
const EARLY = {
  ...{ keySkills: [], point: null, distanceMetres: null, highlights: null },
  ...{ monthlySalary: null, employment: null, schedule: null, workFormats: [], professionalRoles: [], hasTest: false },
};
const EARLY_EMPLOYER = { url: null, trusted: null, accreditedIt: null };

export const toHit = ({ duplicateKey: _key, ...document }: SearchDocument): VacancyHit => {
  const { employer, monthlySalary, publishedAt, ...hit } = { ...EARLY, ...document };
  return {
    ...hit,
    employer: employer && { ...EARLY_EMPLOYER, ...employer },
    monthlySalary: monthlySalary && { ...monthlySalary, ratesOf: new Date(monthlySalary.ratesOf) },
    publishedAt: new Date(publishedAt),
  };
};
