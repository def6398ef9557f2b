import { portToken } from '@job-scope/kernel';

/** What is to be known of some vacancies' duplicates when they are indexed. */
export interface HeldGroups {
  /** The canonical vacancy (`byCanonical`) of each group, by its key. A vacancy whose key is not here has no duplicates. */
  readonly canonical: ReadonlyMap<string, string>;
  /**
   * Members that the index does not know to be what they are: the one that was canonical when it was last told, and the
   * one that is. All members, up to `MAX_UNTOLD`, of a group that it was never told of. Some may be among those asked for.
   */
  readonly outdated: readonly string[];
}

/** Groups of duplicates, and which vacancy of each the search index takes for the canonical one. */
export interface DuplicateGroups {
  /**
   * Runs `work` with what is known of all groups that these vacancies are in, or were canonical in. While it runs, nobody
   * else does so with any of these groups, however many relays there are. When it returns, the index counts as told of
   * the canonical vacancies; when it throws, nothing was told.
   */
  hold<T>(vacancyIds: readonly string[], work: (groups: HeldGroups) => Promise<T>): Promise<T>;
}

export const MAX_UNTOLD = 20;

export const DUPLICATE_GROUPS = portToken<DuplicateGroups>('vacancies/DuplicateGroups');
