import type { MailLanguage, SavedSearch, SearchFrequency, SearchTerms } from '@job-scope/vacancies-domain';

export interface SavedSearchRow {
  readonly id: string;
  readonly owner_id: string;
  readonly name: string;
  readonly terms: SearchTerms;
  readonly frequency: SearchFrequency;
  readonly language: MailLanguage;
  readonly paused: boolean;
  readonly since: Date;
  readonly watermark: Date;
  readonly due_at: Date;
  readonly revision: number;
  readonly created_at: Date;
  readonly updated_at: Date;
}

export const toSavedSearch = (row: SavedSearchRow): SavedSearch => ({
  id: row.id,
  ownerId: row.owner_id,
  name: row.name,
  terms: row.terms,
  frequency: row.frequency,
  language: row.language,
  paused: row.paused,
  since: row.since,
  watermark: row.watermark,
  dueAt: row.due_at,
  revision: row.revision,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
});
