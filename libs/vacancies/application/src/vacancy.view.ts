import type { Vacancy } from '@job-scope/vacancies-domain';
import type { DuplicateVacancy, VacancySummary } from '@job-scope/vacancies-ports';
import { toMonthlySalaryView, toSalaryView, type MonthlySalaryView, type SalaryView } from './salary.view';

/** A dictionary entry of the source: its identifier, which is stable, and a name for people. */
export interface ReferenceView {
  readonly id: string;
  readonly name: string;
}

/** Of the three last, null means that the source does not say. */
export interface EmployerView {
  /** Null for an anonymous vacancy. */
  readonly id: string | null;
  readonly name: string;
  readonly url: string | null;
  readonly trusted: boolean | null;
  readonly accreditedIt: boolean | null;
}

export interface GeoPointView {
  readonly lat: number;
  readonly lng: number;
}

export interface MetroStationView extends ReferenceView {
  readonly line: ReferenceView;
  readonly point: GeoPointView | null;
}

export interface AddressView {
  readonly city: string | null;
  readonly street: string | null;
  readonly building: string | null;
  readonly description: string | null;
  readonly text: string | null;
  readonly point: GeoPointView | null;
  readonly metro: readonly MetroStationView[];
}

/** What a list of results shows of a vacancy. */
export interface VacancySummaryView {
  readonly id: string;
  readonly source: string;
  readonly sourceId: string;
  readonly title: string;
  readonly url: string;
  readonly employer: EmployerView | null;
  readonly area: ReferenceView | null;
  readonly salary: SalaryView | null;
  readonly monthlySalary: MonthlySalaryView | null;
  readonly experience: ReferenceView | null;
  readonly employment: ReferenceView | null;
  readonly schedule: ReferenceView | null;
  readonly workFormats: readonly ReferenceView[];
  readonly professionalRoles: readonly ReferenceView[];
  readonly hasTest: boolean;
  readonly requirement: string | null;
  readonly responsibility: string | null;
  readonly publishedAt: Date;
  readonly state: 'active' | 'archived' | 'gone';
}

export interface DuplicateView {
  readonly id: string;
  readonly source: string;
  readonly url: string;
}

/** All that is known of one vacancy, but for the source's own payload. */
export interface VacancyView extends VacancySummaryView {
  readonly applyUrl: string | null;
  readonly address: AddressView | null;
  readonly type: ReferenceView | null;
  readonly responseLetterRequired: boolean;
  readonly acceptsIncompleteResumes: boolean;
  /** Null until the source has told them. */
  readonly details: {
    readonly description: { readonly html: string; readonly text: string } | null;
    readonly keySkills: readonly string[];
    readonly createdAt: Date | null;
  } | null;
  readonly revision: number;
  readonly firstSeenAt: Date;
  readonly lastSeenAt: Date;
  readonly changedAt: Date;
  /** The one that stands for its duplicates: its own identifier if it does so itself. */
  readonly canonicalId: string;
  readonly duplicates: readonly DuplicateView[];
}

export const toVacancySummaryView = (hit: VacancySummary): VacancySummaryView => ({
  id: hit.id,
  source: hit.source,
  sourceId: hit.sourceId,
  title: hit.title,
  url: hit.url,
  employer: hit.employer,
  area: hit.area,
  salary: hit.salary && toSalaryView(hit.salary),
  monthlySalary: hit.monthlySalary && toMonthlySalaryView(hit.monthlySalary),
  experience: hit.experience,
  employment: hit.employment,
  schedule: hit.schedule,
  workFormats: hit.workFormats,
  professionalRoles: hit.professionalRoles,
  hasTest: hit.hasTest,
  requirement: hit.requirement,
  responsibility: hit.responsibility,
  publishedAt: hit.publishedAt,
  state: hit.state,
});

/** `group`: the vacancy and its duplicates, the canonical one first. */
export const toVacancyView = (vacancy: Vacancy, group: readonly DuplicateVacancy[]): VacancyView => ({
  ...toVacancySummaryView(vacancy),
  applyUrl: vacancy.applyUrl,
  address: vacancy.address,
  type: vacancy.type,
  responseLetterRequired: vacancy.responseLetterRequired,
  acceptsIncompleteResumes: vacancy.acceptsIncompleteResumes,
  details: vacancy.details,
  revision: vacancy.revision,
  firstSeenAt: vacancy.firstSeenAt,
  lastSeenAt: vacancy.lastSeenAt,
  changedAt: vacancy.changedAt,
  canonicalId: group[0]?.id ?? vacancy.id,
  duplicates: group.filter(({ id }) => id !== vacancy.id).map(({ id, source, url }) => ({ id, source, url })),
});
