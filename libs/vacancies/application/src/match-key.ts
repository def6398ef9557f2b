import { partsOf, type CollectionRun } from '@job-scope/vacancies-domain';
import type { ContentHasher } from '@job-scope/vacancies-ports';

/**
 * What the matches of a query are noted under: equal for equal queries of one source. Null for the query that everything
 * matches, of which nothing need be noted.
 */
export const matchKeyOf = ({ source, query }: Pick<CollectionRun, 'source' | 'query'>, hasher: ContentHasher) => {
  const parts = partsOf(query);
  return parts.length === 0 ? null : hasher.hash(JSON.stringify([source, parts]));
};
