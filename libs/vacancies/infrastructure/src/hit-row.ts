import type { Employer, Reference, Salary, SalaryPeriod, SourceName, VacancyState } from '@job-scope/vacancies-domain';
import type { VacancyHit } from '@job-scope/vacancies-ports';

/** What every stored form of a vacancy has, as the driver gives it: `bigint` as text, `timestamptz` as a date. */
export interface HitRow {
  readonly id: string;
  readonly source: SourceName;
  readonly source_id: string;
  readonly title: string;
  readonly url: string;
  readonly employer_id: string | null;
  readonly employer_name: string | null;
  readonly area_id: string | null;
  readonly area_name: string | null;
  readonly salary_from_minor: string | null;
  readonly salary_to_minor: string | null;
  readonly salary_currency: string | null;
  readonly salary_gross: boolean | null;
  readonly salary_period: SalaryPeriod | null;
  readonly experience_id: string | null;
  readonly experience_name: string | null;
  readonly requirement: string | null;
  readonly responsibility: string | null;
  readonly published_at: Date;
  readonly state: VacancyState;
}

export const toHit = (row: HitRow): VacancyHit => ({
  id: row.id,
  source: row.source,
  sourceId: row.source_id,
  title: row.title,
  url: row.url,
  employer: employerOf(row),
  area: reference(row.area_id, row.area_name),
  salary: salaryOf(row),
  experience: reference(row.experience_id, row.experience_name),
  requirement: row.requirement,
  responsibility: row.responsibility,
  publishedAt: row.published_at,
  state: row.state,
});

const employerOf = ({ employer_id: id, employer_name: name }: HitRow): Employer | null =>
  name === null ? null : { id, name };

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

const numberOrNull = (value: string | null): number | null => (value === null ? null : Number(value));
