import type { VacancyToIndex } from '@job-scope/vacancies-ports';
import { dayOf } from '../day';
import { HIT_COLUMN_TYPES, HIT_COLUMNS } from '../hit-columns';
import { readable, type HitRow } from '../hit-row';
import { normaliseText } from '../search-text';
import { placeOf } from '../geo';
import { labelsOf } from './labels';

/** The columns that are copied from what is sent, with the types by which a batch of them is sent. */
export const COLUMN_TYPES = {
  ...HIT_COLUMN_TYPES,
  revision: 'bigint',
  duplicate_key: 'text',
  area_path: 'jsonb',
  lat: 'float8',
  lng: 'float8',
  place: 'public.cube',
  key_skills: 'jsonb',
  description: 'text',
  is_canonical: 'boolean',
} as const;

/** What is sent beside them: lists, as a batch of arrays cannot be, and the words of the texts by their weight. */
export const BESIDE_TYPES = {
  labels: 'jsonb',
  title_words: 'text',
  name_words: 'text',
  text_words: 'text',
  description_words: 'text',
} as const;

type Column = keyof typeof COLUMN_TYPES | keyof typeof BESIDE_TYPES;
export type SentRow = Readonly<Record<Column, string | number | boolean | null>>;

/** What a page of hits needs; descriptions are long, and wanted for highlights only. */
export const hitColumns = (withDescription: boolean): string =>
  [...HIT_COLUMNS.map(readable), 'key_skills', 'lat', 'lng', ...(withDescription ? ['description'] : [])].join(', ');

/** As the driver gives it. */
export interface SearchHitRow extends HitRow {
  readonly key_skills: readonly string[];
  readonly lat: number | null;
  readonly lng: number | null;
  readonly description?: string | null;
}

/** Throws when the vacancy cannot be written down, e.g. for a date that is none. */
export const toRow = ({ vacancy, areaPath, isCanonical }: VacancyToIndex): SentRow => ({
  id: vacancy.id,
  revision: vacancy.revision,
  source: vacancy.source,
  source_id: vacancy.sourceId,
  title: vacancy.title,
  url: vacancy.url,
  employer_id: vacancy.employer?.id ?? null,
  employer_name: vacancy.employer?.name ?? null,
  employer_url: vacancy.employer?.url ?? null,
  employer_trusted: vacancy.employer?.trusted ?? null,
  employer_accredited_it: vacancy.employer?.accreditedIt ?? null,
  area_id: vacancy.area?.id ?? null,
  area_name: vacancy.area?.name ?? null,
  area_path: JSON.stringify(areaPath),
  lat: vacancy.address?.point?.lat ?? null,
  lng: vacancy.address?.point?.lng ?? null,
  place: vacancy.address?.point ? placeOf(vacancy.address.point) : null,
  salary_from_minor: vacancy.salary?.fromMinor ?? null,
  salary_to_minor: vacancy.salary?.toMinor ?? null,
  salary_currency: vacancy.salary?.currency ?? null,
  salary_gross: vacancy.salary?.gross ?? null,
  salary_period: vacancy.salary?.period ?? null,
  monthly_from_minor: vacancy.monthlySalary?.fromMinor ?? null,
  monthly_to_minor: vacancy.monthlySalary?.toMinor ?? null,
  monthly_estimated: vacancy.monthlySalary?.estimated ?? null,
  monthly_rates_on: vacancy.monthlySalary && dayOf(vacancy.monthlySalary.ratesOf),
  duplicate_key: vacancy.duplicateKey,
  is_canonical: isCanonical,
  experience_id: vacancy.experience?.id ?? null,
  experience_name: vacancy.experience?.name ?? null,
  employment_id: vacancy.employment?.id ?? null,
  employment_name: vacancy.employment?.name ?? null,
  schedule_id: vacancy.schedule?.id ?? null,
  schedule_name: vacancy.schedule?.name ?? null,
  work_formats: JSON.stringify(vacancy.workFormats),
  professional_roles: JSON.stringify(vacancy.professionalRoles),
  key_skills: JSON.stringify(vacancy.details?.keySkills ?? []),
  has_test: vacancy.hasTest,
  requirement: vacancy.requirement,
  responsibility: vacancy.responsibility,
  description: vacancy.details?.description?.text ?? null,
  published_at: vacancy.publishedAt.toISOString(),
  state: vacancy.state,
  labels: JSON.stringify(labelsOf(vacancy, areaPath)),
  title_words: wordsOfTexts(vacancy.title),
  name_words: wordsOfTexts(vacancy.employer?.name, ...(vacancy.details?.keySkills ?? [])),
  text_words: wordsOfTexts(vacancy.requirement, vacancy.responsibility),
  description_words: wordsOfTexts(vacancy.details?.description?.text),
});

/** A word that counts as a place and is never found: with it before each text, no phrase runs from one into the next. */
const GAP = 'и';

const wordsOfTexts = (...texts: readonly (string | null | undefined)[]): string =>
  texts.map((text) => (text ? `${GAP} ${normaliseText(text)}` : '')).join(' ');
