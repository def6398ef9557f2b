import type {
  Employer,
  MonthlySalary,
  Reference,
  Salary,
  SalaryPeriod,
  VacancyOrigin,
  VacancyState,
} from '@job-scope/vacancies-domain';
import type { VacancySummary } from '@job-scope/vacancies-ports';
import { numberOrNull } from './number-or-null';

/** What every stored form of a vacancy has, as the driver gives it: `bigint` as text, `timestamptz` as a date. */
export interface HitRow {
  readonly id: string;
  readonly source: VacancyOrigin;
  readonly source_id: string;
  readonly title: string;
  readonly url: string;
  readonly employer_id: string | null;
  readonly employer_name: string | null;
  readonly employer_url: string | null;
  readonly employer_trusted: boolean | null;
  readonly employer_accredited_it: boolean | null;
  readonly area_id: string | null;
  readonly area_name: string | null;
  readonly salary_from_minor: string | null;
  readonly salary_to_minor: string | null;
  readonly salary_currency: string | null;
  readonly salary_gross: boolean | null;
  readonly salary_period: SalaryPeriod | null;
  readonly monthly_from_minor: string | null;
  readonly monthly_to_minor: string | null;
  readonly monthly_estimated: boolean | null;
  /** `YYYY-MM-DD`: see `readable`. */
  readonly monthly_rates_on: string | null;
  readonly experience_id: string | null;
  readonly experience_name: string | null;
  readonly employment_id: string | null;
  readonly employment_name: string | null;
  readonly schedule_id: string | null;
  readonly schedule_name: string | null;
  readonly work_formats: readonly Reference[];
  readonly professional_roles: readonly Reference[];
  readonly has_test: boolean;
  readonly requirement: string | null;
  readonly responsibility: string | null;
  readonly published_at: Date;
  readonly state: VacancyState;
}

/** How a column is to be selected: the driver would make a day into a moment of the zone that the process runs in. */
export const readable = (column: string): string =>
  column === 'monthly_rates_on' ? 'monthly_rates_on::text AS monthly_rates_on' : column;

export const toSummary = (row: HitRow): VacancySummary => ({
  id: row.id,
  source: row.source,
  sourceId: row.source_id,
  title: row.title,
  url: row.url,
  employer: employerOf(row),
  area: reference(row.area_id, row.area_name),
  salary: salaryOf(row),
  monthlySalary: monthlySalaryOf(row),
  experience: reference(row.experience_id, row.experience_name),
  employment: reference(row.employment_id, row.employment_name),
  schedule: reference(row.schedule_id, row.schedule_name),
  workFormats: row.work_formats,
  professionalRoles: row.professional_roles,
  hasTest: row.has_test,
  requirement: row.requirement,
  responsibility: row.responsibility,
  publishedAt: row.published_at,
  state: row.state,
});

const employerOf = (row: HitRow): Employer | null =>
  row.employer_name === null
    ? null
    : {
        id: row.employer_id,
        name: row.employer_name,
        url: row.employer_url,
        trusted: row.employer_trusted,
        accreditedIt: row.employer_accredited_it,
      };

export const reference = (id: string | null, name: string | null): Reference | null =>
  id === null || name === null ? null : { id, name };

const salaryOf = (row: HitRow): Salary | null =>
  row.salary_currency === null || row.salary_period === null
    ? null
    : {
        fromMinor: numberOrNull(row.salary_from_minor),
        toMinor: numberOrNull(row.salary_to_minor),
        currency: row.salary_currency,
        gross: row.salary_gross,
        period: row.salary_period,
      };

const monthlySalaryOf = (row: HitRow): MonthlySalary | null =>
  row.monthly_estimated === null || row.monthly_rates_on === null
    ? null
    : {
        fromMinor: numberOrNull(row.monthly_from_minor),
        toMinor: numberOrNull(row.monthly_to_minor),
        currency: 'RUB',
        estimated: row.monthly_estimated,
        ratesOf: new Date(row.monthly_rates_on),
      };
