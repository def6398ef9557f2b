import { portToken, type Page, type PagePosition, type Result } from '@job-scope/kernel';
import type { SourceName, Vacancy } from '@job-scope/vacancies-domain';

/** Filters are joined by AND. */
export interface VacancySearch {
  readonly text?: string;
  readonly source?: SourceName;
  readonly areaId?: string;
  readonly employerId?: string;
  readonly experienceId?: string;
  readonly onlyWithSalary?: boolean;
  readonly publishedFrom?: Date;
  readonly publishedTo?: Date;
  /** Closed vacancies are left out unless asked for. */
  readonly includeArchived?: boolean;
  /** `relevance` needs `text`. Newest first otherwise. */
  readonly sort: 'relevance' | 'published';
  readonly limit: number;
  readonly from?: PagePosition;
}

/** What a list of results shows of a vacancy. */
export type VacancyHit = Pick<
  Vacancy,
  | 'id'
  | 'source'
  | 'sourceId'
  | 'title'
  | 'url'
  | 'employer'
  | 'area'
  | 'salary'
  | 'monthlySalary'
  | 'experience'
  | 'employment'
  | 'schedule'
  | 'workFormats'
  | 'professionalRoles'
  | 'hasTest'
  | 'requirement'
  | 'responsibility'
  | 'publishedAt'
  | 'state'
>;

export interface VacancyHits extends Page<VacancyHit> {
  readonly total: { readonly value: number; readonly exact: boolean };
}

export type SearchFailure = { readonly code: 'search.cursor-expired' } | { readonly code: 'search.unavailable' };

/** The gateway's side of search. */
export interface VacancySearchReader {
  search(request: VacancySearch): Promise<Result<VacancyHits, SearchFailure>>;
}

/** The worker's side of search. */
export interface VacancySearchIndexer {
  /** Makes the index ready for use; safe to repeat and to run in several replicas at once. */
  prepare(): Promise<void>;
  /**
   * Puts the vacancies into the index, each unless a higher revision is there. Returns what could not be indexed, by
   * identifier, with the reason; an outage throws.
   */
  index(vacancies: readonly Vacancy[]): Promise<ReadonlyMap<string, string>>;
  /** Makes everything indexed so far visible to searches. */
  refresh(): Promise<void>;
}

export const VACANCY_SEARCH_READER = portToken<VacancySearchReader>('vacancies/VacancySearchReader');
export const VACANCY_SEARCH_INDEXER = portToken<VacancySearchIndexer>('vacancies/VacancySearchIndexer');
