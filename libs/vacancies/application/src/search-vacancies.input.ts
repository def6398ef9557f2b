import type { PagePosition } from '@job-scope/kernel';
import { ORIGINS, VACANCY_STATES } from '@job-scope/vacancies-domain';
import { FACET_NAMES } from '@job-scope/vacancies-ports';

/** What the values of can be counted. */
export const SEARCH_FACETS = FACET_NAMES;
export type SearchFacet = (typeof SEARCH_FACETS)[number];

/** Where vacancies come from. */
export const SEARCH_SOURCES = ORIGINS;

/** How vacancies can stand. */
export const SEARCH_STATES = VACANCY_STATES;
export type SearchState = (typeof SEARCH_STATES)[number];

/** Every filter is optional; they are joined by AND, and the alternatives of each, by identifier or name, by OR. */
export interface SearchFiltersInput {
  /** Words, `"phrases"` and `-exclusions`. */
  readonly text?: string;
  readonly source?: readonly string[];
  readonly areaId?: readonly string[];
  readonly area?: readonly string[];
  readonly employerId?: readonly string[];
  readonly employer?: readonly string[];
  readonly professionalRoleId?: readonly string[];
  readonly professionalRole?: readonly string[];
  readonly experienceId?: readonly string[];
  readonly experience?: readonly string[];
  readonly employmentId?: readonly string[];
  readonly employment?: readonly string[];
  readonly scheduleId?: readonly string[];
  readonly schedule?: readonly string[];
  readonly workFormatId?: readonly string[];
  readonly workFormat?: readonly string[];
  readonly skill?: readonly string[];
  /** In major units of the currency, before tax in a month. */
  readonly salaryFrom?: number;
  readonly salaryTo?: number;
  /** ISO 4217; roubles unless given. */
  readonly salaryCurrency?: string;
  readonly onlyWithSalary?: boolean;
  readonly hasTest?: boolean;
  readonly publishedFrom?: Date;
  readonly publishedTo?: Date;
  /** The four edges of a box, in degrees: all or none. */
  readonly north?: number;
  readonly south?: number;
  readonly west?: number;
  readonly east?: number;
  /** A point and how far from it: all or none. */
  readonly lat?: number;
  readonly lng?: number;
  readonly radiusKm?: number;
  /** Only open ones unless given. */
  readonly state?: readonly SearchState[];
  readonly includeDuplicates?: boolean;
}

export interface SearchVacanciesInput extends SearchFiltersInput {
  /** By relevance if there is a text, else by publication. */
  readonly sort?: 'relevance' | 'published' | 'salary' | 'distance' | 'id';
  /** Descending unless given; the best and the nearest come first always. */
  readonly order?: 'asc' | 'desc';
  readonly facets?: readonly string[];
  readonly highlight?: boolean;
  readonly limit: number;
  readonly from?: PagePosition;
}
