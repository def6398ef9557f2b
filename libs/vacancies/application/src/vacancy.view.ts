import { minorUnitsPerMajor, type Salary, type Vacancy } from '@job-scope/vacancies-domain';
import type { VacancyHit } from '@job-scope/vacancies-ports';

/** A dictionary entry of the source: its identifier, which is stable, and a name for people. */
export interface ReferenceView {
  readonly id: string;
  readonly name: string;
}

export interface EmployerView {
  /** Null for an anonymous vacancy. */
  readonly id: string | null;
  readonly name: string;
}

/** Amounts are decimal numbers in major units (roubles, euros), exact up to 15 digits; an absent bound is null. */
export interface SalaryView {
  readonly from: number | null;
  readonly to: number | null;
  readonly currency: string;
  readonly gross: boolean | null;
  readonly period: 'month' | 'hour' | 'shift' | 'fly-in-fly-out' | 'project';
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
  readonly experience: ReferenceView | null;
  readonly requirement: string | null;
  readonly responsibility: string | null;
  readonly publishedAt: Date;
  readonly state: 'active' | 'archived' | 'gone';
}

/** All that is known of one vacancy, but for the source's own payload. */
export interface VacancyView extends VacancySummaryView {
  readonly applyUrl: string | null;
  readonly employment: ReferenceView | null;
  readonly schedule: ReferenceView | null;
  readonly professionalRoles: readonly ReferenceView[];
  readonly hasTest: boolean;
  readonly revision: number;
  readonly firstSeenAt: Date;
  readonly lastSeenAt: Date;
  readonly changedAt: Date;
}

export const toVacancySummaryView = (hit: VacancyHit): VacancySummaryView => ({
  id: hit.id,
  source: hit.source,
  sourceId: hit.sourceId,
  title: hit.title,
  url: hit.url,
  employer: hit.employer,
  area: hit.area,
  salary: hit.salary && toSalaryView(hit.salary),
  experience: hit.experience,
  requirement: hit.requirement,
  responsibility: hit.responsibility,
  publishedAt: hit.publishedAt,
  state: hit.state,
});

export const toVacancyView = (vacancy: Vacancy): VacancyView => ({
  ...toVacancySummaryView(vacancy),
  applyUrl: vacancy.applyUrl,
  employment: vacancy.employment,
  schedule: vacancy.schedule,
  professionalRoles: vacancy.professionalRoles,
  hasTest: vacancy.hasTest,
  revision: vacancy.revision,
  firstSeenAt: vacancy.firstSeenAt,
  lastSeenAt: vacancy.lastSeenAt,
  changedAt: vacancy.changedAt,
});

/** A division rounds correctly, so the shortest text of the quotient is the decimal amount itself, up to 15 digits. */
export const toSalaryView = ({ fromMinor, toMinor, currency, gross, period }: Salary): SalaryView => {
  const major = (minor: number | null) => (minor === null ? null : minor / minorUnitsPerMajor(currency));
  return { from: major(fromMinor), to: major(toMinor), currency, gross, period };
};
