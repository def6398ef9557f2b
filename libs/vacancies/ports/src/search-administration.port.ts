import { portToken } from '@job-scope/kernel';

export const SEARCH_ENGINES = ['postgres', 'elasticsearch'] as const;
export type SearchEngine = (typeof SEARCH_ENGINES)[number];

export interface SearchIndexStatus {
  /** The index that searches read; null if there is none. */
  readonly name: string | null;
  /** Of its shape; null if there is none, or if nobody knows. */
  readonly version: number | null;
  readonly documents: number;
  /** `outdated`: made by an earlier version of us. `newer`: by a later one, which must be told to give way. */
  readonly state: 'absent' | 'ready' | 'outdated' | 'newer';
}

export interface IndexedRevision {
  readonly id: string;
  readonly revision: number;
}

/** What operators do to the index of one engine. All of it is safe to repeat. */
export interface VacancySearchAdministration {
  readonly engine: SearchEngine;
  /** Of the shape that we give to indexes of this engine. */
  readonly version: number;
  /** Throws while the engine is away. */
  status(): Promise<SearchIndexStatus>;
  /**
   * Makes a new index beside the one that searches read, under a name made of `key`, and has the indexer write to both.
   * An engine that rebuilds in place makes none. Returns the name.
   */
  beginRebuild(key: string): Promise<string>;
  /** How many documents the index of that name holds. */
  documentsOf(name: string): Promise<number>;
  /** Has searches read the index of that name, and the indexer write to it alone, in one step. */
  completeRebuild(name: string): Promise<void>;
  /** Forgets an index whose rebuild failed. */
  abandonRebuild(name: string): Promise<void>;
  /** Drops every other index than the one that searches read. */
  dropOthers(): Promise<void>;
  /** In the order of identifiers, which is that of UUIDs in PostgreSQL. Empty if there is no index. */
  revisionsAfter(id: string | null, limit: number): Promise<readonly IndexedRevision[]>;
  /** As it is this moment, seen by searches or not yet. */
  revisionsOf(ids: readonly string[]): Promise<readonly IndexedRevision[]>;
  /** Deletes the index with all in it: searches find nothing until it is made again. */
  drop(): Promise<void>;
}

/** The first is the one that searches are to read; another keeps the documents for when it is away. */
export type VacancySearchAdministrations = readonly VacancySearchAdministration[];

export const VACANCY_SEARCH_ADMINISTRATIONS = portToken<VacancySearchAdministrations>(
  'vacancies/VacancySearchAdministrations',
);
