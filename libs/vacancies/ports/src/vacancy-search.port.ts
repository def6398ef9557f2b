import { portToken, type Page, type PagePosition, type Result } from '@job-scope/kernel';
import type { GeoPoint, Reference, Vacancy, VacancyOrigin, VacancyState } from '@job-scope/vacancies-domain';

/** A vacancy passes if it has any of these; identifiers are the sources' own, names are compared whole and without case. */
export interface AnyOf {
  readonly ids: readonly string[];
  readonly names: readonly string[];
}

/** Joined by AND; each list of alternatives within is joined by OR. An absent filter lets everything through. */
export interface VacancyFilters {
  readonly source?: readonly VacancyOrigin[];
  /** With all that lies below them. */
  readonly area?: AnyOf;
  readonly employer?: AnyOf;
  readonly professionalRole?: AnyOf;
  readonly experience?: AnyOf;
  readonly employment?: AnyOf;
  readonly schedule?: AnyOf;
  readonly workFormat?: AnyOf;
  /** Compared whole and without case; any of them. */
  readonly skill?: readonly string[];
  /** Kopecks before tax in a month: some part of what is offered lies within the bounds. Unknown salaries do not pass. */
  readonly salary?: { readonly fromMinor: number | null; readonly toMinor: number | null };
  readonly onlyWithSalary?: boolean;
  readonly hasTest?: boolean;
  readonly publishedFrom?: Date;
  readonly publishedTo?: Date;
  readonly within?: GeoBox;
  readonly near?: { readonly point: GeoPoint; readonly radiusMetres: number };
  /** Only identifiers that are no less: they begin with the time at which a vacancy was first stored. */
  readonly idFrom?: string;
  /** Only open ones, unless asked otherwise. */
  readonly state?: readonly VacancyState[];
  /** Of a group of duplicates only the canonical vacancy is found, unless asked otherwise. */
  readonly includeDuplicates?: boolean;
}

/** May cross the 180th meridian: then `west` is greater than `east`. */
export interface GeoBox {
  readonly north: number;
  readonly south: number;
  readonly west: number;
  readonly east: number;
}

/**
 * `relevance` is the best first and needs `text` (without one it means `published`). Salaries are compared by the lower
 * bound, or the upper if there is no lower, and unknown ones come last either way; so do vacancies without a place when
 * sorted by `distance`, which needs `near` and is ascending always.
 */
export type VacancySort = 'relevance' | 'published' | 'salary' | 'distance' | 'id';
export type SortOrder = 'asc' | 'desc';

export const FACET_NAMES = [
  ...(['source', 'area', 'employer', 'professionalRole', 'experience', 'employment', 'schedule'] as const),
  ...(['workFormat', 'skill'] as const),
] as const;
export type FacetName = (typeof FACET_NAMES)[number];

export interface VacancySearch extends VacancyFilters {
  /** Words joined by AND, `"phrases"` and `-exclusions`. */
  readonly text?: string;
  readonly sort: VacancySort;
  readonly order: SortOrder;
  readonly limit: number;
  readonly from?: PagePosition;
  /** Which facets to count. */
  readonly facets: readonly FacetName[];
  /** Whether to mark what matched. */
  readonly highlight: boolean;
}

/** What every list shows of a vacancy. */
export type VacancySummary = Pick<
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

/** What a list of results shows of a vacancy. */
export interface VacancyHit extends VacancySummary {
  /** Empty if none are known. */
  readonly keySkills: readonly string[];
  readonly point: GeoPoint | null;
  /** From `near`; null without one, or without a place. */
  readonly distanceMetres: number | null;
  /** Null unless asked for. */
  readonly highlights: VacancyHighlights | null;
}

/**
 * Safe HTML: the text with everything in it escaped, and what matched within `<mark>`. Only what matched is there; of a
 * description the fragments around it.
 */
export type VacancyHighlights = Readonly<
  Partial<Record<'title' | 'employer' | 'requirement' | 'responsibility' | 'description' | 'skills', string>>
>;

export interface FacetValue {
  /** A skill is its own identifier. Null for an anonymous employer. */
  readonly id: string | null;
  readonly name: string;
  readonly count: number;
}

/** The commonest values first. A facet does not feel the filter of its own name, so that alternatives can be seen. */
export type VacancyFacets = Readonly<Partial<Record<FacetName, readonly FacetValue[]>>>;

export interface VacancyHits extends Page<VacancyHit> {
  /** `exact` is false when there are at least `value`. */
  readonly total: { readonly value: number; readonly exact: boolean };
  readonly facets: VacancyFacets;
  /** Whether another engine than the one that should have answered did. */
  readonly degraded: boolean;
}

/** What has no pages. */
export interface Told<T> {
  readonly items: readonly T[];
  /** Whether another engine than the one that should have answered did. */
  readonly degraded: boolean;
}

export type SearchFailure = { readonly code: 'search.cursor-expired' } | { readonly code: 'search.unavailable' };

/** The gateway's side of search. */
export interface VacancySearchReader {
  /** Relevance and distance end at `MAX_RANKED`; the other orders have no end. */
  search(request: VacancySearch): Promise<Result<VacancyHits, SearchFailure>>;
  /** What a reader may be about to type: titles, skills and employers of open vacancies, the commonest first. */
  suggest(prefix: string, limit: number): Promise<Result<Told<Suggestion>, SearchFailure>>;
  /** Open vacancies most like this one in words, skills and roles, without itself and its duplicates; the best first. */
  similar(vacancy: Vacancy, limit: number): Promise<Result<Told<VacancyHit>, SearchFailure>>;
}

/** How many of a list sorted by relevance or by distance can be reached. */
export const MAX_RANKED = 10_000;
/** How many values of a facet are told. */
export const MAX_FACET_VALUES = 20;

export interface Suggestion {
  readonly kind: 'title' | 'skill' | 'employer';
  readonly text: string;
}

/** A vacancy with what searches need to know beside it. */
export interface VacancyToIndex {
  readonly vacancy: Vacancy;
  /** From the widest area to the vacancy's own; empty if it has none. */
  readonly areaPath: readonly Reference[];
  /** Whether it stands for its duplicates; true if it has none. */
  readonly isCanonical: boolean;
}

/** The worker's side of search. */
export interface VacancySearchIndexer {
  /** Makes the index ready for use; safe to repeat and to run in several replicas at once. */
  prepare(): Promise<void>;
  /**
   * Puts the vacancies into the index, each unless a higher revision is there: the same revision again is written again,
   * as what stands beside the vacancy may have changed. Returns what could not be indexed, by identifier, with the
   * reason; an outage throws.
   */
  index(vacancies: readonly VacancyToIndex[]): Promise<ReadonlyMap<string, string>>;
  /** Takes away what nobody may find any more; what is not there is no fault. */
  remove(ids: readonly string[]): Promise<void>;
  /** Makes everything indexed so far visible to searches. */
  refresh(): Promise<void>;
}

export const VACANCY_SEARCH_READER = portToken<VacancySearchReader>('vacancies/VacancySearchReader');
export const VACANCY_SEARCH_INDEXER = portToken<VacancySearchIndexer>('vacancies/VacancySearchIndexer');
