import { stateOf, type Reference, type Vacancy } from '@job-scope/vacancies-domain';
import type { VacancyToStore } from '@job-scope/vacancies-ports';
import { reference, toHit, type HitRow } from '../hit-row';
import { storableJson, storableText } from './storable';

/** What a batch of vacancies sends of each, with the types by which it is sent. */
export const COLUMN_TYPES = {
  source: 'text',
  source_id: 'text',
  content_hash: 'text',
  state: 'text',
  title: 'text',
  url: 'text',
  apply_url: 'text',
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
  employment_id: 'text',
  employment_name: 'text',
  schedule_id: 'text',
  schedule_name: 'text',
  professional_roles: 'jsonb',
  requirement: 'text',
  responsibility: 'text',
  has_test: 'boolean',
  raw: 'jsonb',
  published_at: 'timestamptz',
} as const;

export type Column = keyof typeof COLUMN_TYPES;
export const COLUMNS = Object.keys(COLUMN_TYPES) as readonly Column[];

export type SentRow = Readonly<Record<Column, string | number | boolean | null>>;

export const toRow = ({ snapshot, contentHash }: VacancyToStore): SentRow => ({
  source: snapshot.source,
  source_id: snapshot.sourceId,
  content_hash: contentHash,
  state: stateOf(snapshot),
  title: storableText(snapshot.title),
  url: storableText(snapshot.url),
  apply_url: storableText(snapshot.applyUrl),
  employer_id: storableText(snapshot.employer?.id),
  employer_name: storableText(snapshot.employer?.name),
  area_id: storableText(snapshot.area?.id),
  area_name: storableText(snapshot.area?.name),
  salary_from_minor: snapshot.salary?.fromMinor ?? null,
  salary_to_minor: snapshot.salary?.toMinor ?? null,
  salary_currency: snapshot.salary?.currency ?? null,
  salary_gross: snapshot.salary?.gross ?? null,
  salary_period: snapshot.salary?.period ?? null,
  experience_id: storableText(snapshot.experience?.id),
  experience_name: storableText(snapshot.experience?.name),
  employment_id: storableText(snapshot.employment?.id),
  employment_name: storableText(snapshot.employment?.name),
  schedule_id: storableText(snapshot.schedule?.id),
  schedule_name: storableText(snapshot.schedule?.name),
  professional_roles: storableJson(snapshot.professionalRoles),
  requirement: storableText(snapshot.requirement),
  responsibility: storableText(snapshot.responsibility),
  has_test: snapshot.hasTest,
  raw: storableJson(snapshot.raw),
  published_at: snapshot.publishedAt.toISOString(),
});

/** A stored row as the driver gives it; `jsonb` is parsed. */
export interface VacancyRow extends HitRow {
  readonly revision: string;
  readonly apply_url: string | null;
  readonly employment_id: string | null;
  readonly employment_name: string | null;
  readonly schedule_id: string | null;
  readonly schedule_name: string | null;
  readonly professional_roles: readonly Reference[];
  readonly has_test: boolean;
  readonly raw: unknown;
  readonly first_seen_at: Date;
  readonly last_seen_at: Date;
  readonly changed_at: Date;
}

export const toVacancy = (row: VacancyRow): Vacancy => ({
  ...toHit(row),
  revision: Number(row.revision),
  applyUrl: row.apply_url,
  employment: reference(row.employment_id, row.employment_name),
  schedule: reference(row.schedule_id, row.schedule_name),
  professionalRoles: row.professional_roles,
  hasTest: row.has_test,
  raw: row.raw,
  firstSeenAt: row.first_seen_at,
  lastSeenAt: row.last_seen_at,
  changedAt: row.changed_at,
});
