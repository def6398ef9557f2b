import type { Vacancy } from '@job-scope/vacancies-domain';

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
