import { stateOf, type Address, type Vacancy, type VacancyDetails } from '@job-scope/vacancies-domain';
import type { VacancyToStore } from '@job-scope/vacancies-ports';
import { dayOf } from '../day';
import { reference, toSummary, type HitRow } from '../hit-row';
import { storableJson, storableText } from './storable';
import type { ContentColumn, DetailsColumn } from './vacancy-columns';

type Sent = string | number | boolean | null;
type KeyColumn = 'source' | 'source_id' | 'state' | 'raw';

export type SentRow = Readonly<Record<KeyColumn | ContentColumn | DetailsColumn, Sent>>;

export const toRow = ({
  snapshot,
  contentHash,
  detailsHash,
  duplicateKey,
  monthlySalary,
}: VacancyToStore): SentRow => ({
  source: snapshot.source,
  source_id: snapshot.sourceId,
  content_hash: contentHash,
  state: stateOf(snapshot),
  title: storableText(snapshot.title),
  url: storableText(snapshot.url),
  apply_url: storableText(snapshot.applyUrl),
  employer_id: storableText(snapshot.employer?.id),
  employer_name: storableText(snapshot.employer?.name),
  employer_url: storableText(snapshot.employer?.url),
  employer_trusted: snapshot.employer?.trusted ?? null,
  employer_accredited_it: snapshot.employer?.accreditedIt ?? null,
  area_id: storableText(snapshot.area?.id),
  area_name: storableText(snapshot.area?.name),
  address: snapshot.address && storableJson(snapshot.address),
  salary_from_minor: snapshot.salary?.fromMinor ?? null,
  salary_to_minor: snapshot.salary?.toMinor ?? null,
  salary_currency: snapshot.salary?.currency ?? null,
  salary_gross: snapshot.salary?.gross ?? null,
  salary_period: snapshot.salary?.period ?? null,
  monthly_from_minor: monthlySalary?.fromMinor ?? null,
  monthly_to_minor: monthlySalary?.toMinor ?? null,
  monthly_estimated: monthlySalary?.estimated ?? null,
  monthly_rates_on: monthlySalary && dayOf(monthlySalary.ratesOf),
  duplicate_key: duplicateKey,
  type_id: storableText(snapshot.type?.id),
  type_name: storableText(snapshot.type?.name),
  experience_id: storableText(snapshot.experience?.id),
  experience_name: storableText(snapshot.experience?.name),
  employment_id: storableText(snapshot.employment?.id),
  employment_name: storableText(snapshot.employment?.name),
  schedule_id: storableText(snapshot.schedule?.id),
  schedule_name: storableText(snapshot.schedule?.name),
  work_formats: storableJson(snapshot.workFormats),
  professional_roles: storableJson(snapshot.professionalRoles),
  requirement: storableText(snapshot.requirement),
  responsibility: storableText(snapshot.responsibility),
  has_test: snapshot.hasTest,
  response_letter_required: snapshot.responseLetterRequired,
  accepts_incomplete_resumes: snapshot.acceptsIncompleteResumes,
  raw: storableJson(snapshot.raw),
  published_at: snapshot.publishedAt.toISOString(),
  ...toDetailsRow(snapshot.details, detailsHash),
});

export const toDetailsRow = (
  details: VacancyDetails | null,
  hash: string | null,
): Readonly<Record<DetailsColumn, Sent>> => ({
  details_hash: hash,
  description_html: storableText(details?.description?.html),
  description_text: storableText(details?.description?.text),
  key_skills: details && storableJson(details.keySkills),
  source_created_at: details?.createdAt?.toISOString() ?? null,
});

/** A stored row as the driver gives it; `jsonb` is parsed. */
export interface VacancyRow extends HitRow {
  readonly revision: string;
  readonly apply_url: string | null;
  readonly address: Address | null;
  readonly type_id: string | null;
  readonly type_name: string | null;
  readonly response_letter_required: boolean;
  readonly accepts_incomplete_resumes: boolean;
  readonly details_hash: string | null;
  readonly description_html: string | null;
  readonly description_text: string | null;
  readonly key_skills: readonly string[] | null;
  readonly source_created_at: Date | null;
  readonly duplicate_key: string | null;
  readonly raw: unknown;
  readonly first_seen_at: Date;
  readonly last_seen_at: Date;
  readonly changed_at: Date;
}

export const toVacancy = (row: VacancyRow): Vacancy => ({
  ...toSummary(row),
  revision: Number(row.revision),
  applyUrl: row.apply_url,
  address: row.address,
  type: reference(row.type_id, row.type_name),
  responseLetterRequired: row.response_letter_required,
  acceptsIncompleteResumes: row.accepts_incomplete_resumes,
  details: detailsOf(row),
  duplicateKey: row.duplicate_key,
  raw: row.raw,
  firstSeenAt: row.first_seen_at,
  lastSeenAt: row.last_seen_at,
  changedAt: row.changed_at,
});

const detailsOf = (row: VacancyRow): VacancyDetails | null => {
  const { description_html: html, description_text: text, key_skills: keySkills, source_created_at: createdAt } = row;
  if (keySkills === null) return null;
  return { description: html === null || text === null ? null : { html, text }, keySkills, createdAt };
};
