import type { Employer, MonthlySalary, Reference, Vacancy } from '@job-scope/vacancies-domain';
import type { FacetName, VacancyHit, VacancyToIndex } from '@job-scope/vacancies-ports';
import { dayOf } from '../day';
import type { WordField } from '../mark-vacancy';
import { normaliseText } from '../search-text';
import { facetKey } from './search-facets';
import { suggestionsOf } from './suggestions';

/** What a list of results shows of a vacancy, in a form that can be written down. */
interface ShownDocument extends Omit<
  VacancyHit,
  'publishedAt' | 'monthlySalary' | 'point' | 'distanceMetres' | 'highlights'
> {
  /** ISO 8601 in UTC, with milliseconds. */
  readonly publishedAt: string;
  /** The day of the rates as `YYYY-MM-DD`. */
  readonly monthlySalary: (Omit<MonthlySalary, 'ratesOf'> & { readonly ratesOf: string }) | null;
  readonly point: { readonly lat: number; readonly lon: number } | null;
}

/** What the index holds of a vacancy. */
export interface SearchDocument extends ShownDocument {
  readonly description: string | null;
  readonly areaPath: readonly Reference[];
  readonly duplicateKey: string | null;
  readonly isCanonical: boolean;
  /** A side without a bound is open. */
  readonly salaryRange: { readonly gte?: number; readonly lte?: number } | null;
  /** What salaries are sorted by. */
  readonly salaryKey: number | null;
  /** In their normal form. */
  readonly words: Readonly<Record<WordField, string | readonly string[] | null>>;
  /** Of sources and skills the names are enough. */
  readonly facets: Readonly<Record<Exclude<FacetName, 'source' | 'skill'>, readonly string[]>>;
  readonly suggestions: readonly string[];
}

/** What no list shows; `description` only to be marked. */
export const NEVER_SHOWN = [
  ...(['areaPath', 'duplicateKey', 'isCanonical', 'salaryRange', 'salaryKey'] as const),
  ...(['words', 'facets', 'suggestions'] as const),
] as const;

export type HitDocument = ShownDocument & Partial<Pick<SearchDocument, 'description'>>;

/** Throws when the vacancy cannot be written down, e.g. for a date that is none. */
export const toDocument = ({ vacancy, areaPath, isCanonical }: VacancyToIndex): SearchDocument => ({
  ...shownOf(vacancy),
  description: vacancy.details?.description?.text ?? null,
  areaPath,
  duplicateKey: vacancy.duplicateKey,
  isCanonical,
  salaryRange: vacancy.monthlySalary && rangeOf(vacancy.monthlySalary),
  salaryKey: vacancy.monthlySalary?.fromMinor ?? vacancy.monthlySalary?.toMinor ?? null,
  words: wordsOf(vacancy),
  facets: {
    area: areaPath.map(facetKey),
    employer: referencesOf(vacancy.employer),
    professionalRole: vacancy.professionalRoles.map(facetKey),
    experience: referencesOf(vacancy.experience),
    employment: referencesOf(vacancy.employment),
    schedule: referencesOf(vacancy.schedule),
    workFormat: vacancy.workFormats.map(facetKey),
  },
  suggestions: suggestionsOf(vacancy),
});

const shownOf = (vacancy: Vacancy): ShownDocument => ({
  id: vacancy.id,
  source: vacancy.source,
  sourceId: vacancy.sourceId,
  title: vacancy.title,
  url: vacancy.url,
  employer: vacancy.employer,
  area: vacancy.area,
  salary: vacancy.salary,
  monthlySalary: vacancy.monthlySalary && { ...vacancy.monthlySalary, ratesOf: dayOf(vacancy.monthlySalary.ratesOf) },
  experience: vacancy.experience,
  employment: vacancy.employment,
  schedule: vacancy.schedule,
  workFormats: vacancy.workFormats,
  professionalRoles: vacancy.professionalRoles,
  keySkills: vacancy.details?.keySkills ?? [],
  hasTest: vacancy.hasTest,
  requirement: vacancy.requirement,
  responsibility: vacancy.responsibility,
  point: pointOf(vacancy),
  publishedAt: vacancy.publishedAt.toISOString(),
  state: vacancy.state,
});

const pointOf = ({ address }: Vacancy): ShownDocument['point'] =>
  address?.point ? { lat: address.point.lat, lon: address.point.lng } : null;

const rangeOf = ({ fromMinor, toMinor }: MonthlySalary): SearchDocument['salaryRange'] => ({
  ...(fromMinor !== null && { gte: fromMinor }),
  ...(toMinor !== null && { lte: toMinor }),
});

const wordsOf = (vacancy: Vacancy): SearchDocument['words'] => ({
  title: normaliseText(vacancy.title),
  employer: vacancy.employer && normaliseText(vacancy.employer.name),
  skills: (vacancy.details?.keySkills ?? []).map(normaliseText),
  requirement: vacancy.requirement && normaliseText(vacancy.requirement),
  responsibility: vacancy.responsibility && normaliseText(vacancy.responsibility),
  description: vacancy.details?.description ? normaliseText(vacancy.details.description.text) : null,
});

const referencesOf = (entry: Reference | Employer | null): readonly string[] => (entry ? [facetKey(entry)] : []);

export const toHit = (
  { description: _description, monthlySalary, point, publishedAt, ...hit }: HitDocument,
  { distanceMetres, highlights }: Pick<VacancyHit, 'distanceMetres' | 'highlights'>,
): VacancyHit => ({
  ...hit,
  monthlySalary: monthlySalary && { ...monthlySalary, ratesOf: new Date(monthlySalary.ratesOf) },
  point: point && { lat: point.lat, lng: point.lon },
  publishedAt: new Date(publishedAt),
  distanceMetres,
  highlights,
});
