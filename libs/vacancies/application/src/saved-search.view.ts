import type { SavedSearch } from '@job-scope/vacancies-domain';

/** As its user sees it. */
export interface SavedSearchView {
  readonly id: string;
  readonly name: string;
  /** By the names of the search's parameters; moments in ISO 8601. */
  readonly search: Readonly<Record<string, string | number | boolean | readonly string[]>>;
  readonly frequency: 'hourly' | 'daily';
  readonly language: 'ru' | 'en';
  readonly paused: boolean;
  /** Where mails go; null as long as no proved address is known, or the user is not active. */
  readonly deliverTo: string | null;
  /** When the next look is due; null while it is paused. */
  readonly nextLookAt: Date | null;
  readonly revision: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export const toSavedSearchView = (search: SavedSearch, deliverTo: string | null): SavedSearchView => ({
  id: search.id,
  name: search.name,
  search: search.terms,
  frequency: search.frequency,
  language: search.language,
  paused: search.paused,
  deliverTo,
  nextLookAt: search.paused ? null : search.dueAt,
  revision: search.revision,
  createdAt: search.createdAt,
  updatedAt: search.updatedAt,
});
