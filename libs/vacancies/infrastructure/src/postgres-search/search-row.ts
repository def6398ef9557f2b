import type {
  Employer,
  Reference,
  Salary,
  SalaryPeriod,
  SourceName,
  Vacancy,
  VacancyState,
} from '@job-scope/vacancies-domain';
import type { VacancyHit } from '@job-scope/vacancies-ports';

/** The columns that are copied from the vacancy, with the types by which a batch of them is sent. */
export const COLUMN_TYPES = {
  id: 'uuid',
  revision: 'bigint',
  source: 'text',
  source_id: 'text',
  title: 'text',
  url: 'text',
  employer_id: 'text',
  employer_name: 'text',
  area_id: 'text',
  area_name: 'text',
  salary_from_minor: 'bigint',
  salary_to_minor: 'bigint',
  salary_currency: 'text',
  salary_gross: 'boolean',
  salary_period: 'text',
  experience_id: 'text',
  experience_name: 'text',
  requirement: 'text',
  responsibility: 'text',
  published_at: 'timestamptz',
  state: 'text',
} as const;

export type Column = keyof typeof COLUMN_TYPES;
export const COLUMNS = Object.keys(COLUMN_TYPES) as readonly Column[];

export type SearchRow = Readonly<Record<Column, string | number | boolean | null>>;

export const toRow = (vacancy: Vacancy): SearchRow => ({
  id: vacancy.id,
  revision: vacancy.revision,
  source: vacancy.source,
  source_id: vacancy.sourceId,
  title: vacancy.title,
  url: vacancy.url,
  employer_id: vacancy.employer?.id ?? null,
  employer_name: vacancy.employer?.name ?? null,
  area_id: vacancy.area?.id ?? null,
  area_name: vacancy.area?.name ?? null,
  salary_from_minor: vacancy.salary?.fromMinor ?? null,
  salary_to_minor: vacancy.salary?.toMinor ?? null,
  salary_currency: vacancy.salary?.currency ?? null,
  salary_gross: vacancy.salary?.gross ?? null,
  salary_period: vacancy.salary?.period ?? null,
  experience_id: vacancy.experience?.id ?? null,
  experience_name: vacancy.experience?.name ?? null,
  requirement: vacancy.requirement,
  responsibility: vacancy.responsibility,
  published_at: vacancy.publishedAt.toISOString(),
  state: vacancy.state,
});

/** A row as the driver gives it: `bigint` as text, `timestamptz` as a date. */
export interface FoundRow {
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

export const toHit = (row: FoundRow): VacancyHit => ({
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

const employerOf = ({ employer_id: id, employer_name: name }: FoundRow): Employer | null =>
  name === null ? null : { id, name };

const reference = (id: string | null, name: string | null): Reference | null =>
  id === null || name === null ? null : { id, name };

const salaryOf = (row: FoundRow): Salary | null =>
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
