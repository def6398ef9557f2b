import type { SearchTerms } from '@job-scope/vacancies-domain';
import type { SearchFiltersInput } from './search-vacancies.input';

/** Text and filters as they can be written down; what is not wanted is not there. */
export const termsOf = (input: SearchFiltersInput): SearchTerms =>
  Object.fromEntries(
    Object.entries(input)
      .filter(([, value]) => value !== undefined && value !== null)
      .map(([name, value]) => [name, value instanceof Date ? value.toISOString() : value]),
  );

/** The same as a search takes them. */
export const inputOf = ({ publishedFrom, publishedTo, ...terms }: SearchTerms): SearchFiltersInput => ({
  ...terms,
  ...(publishedFrom !== undefined && { publishedFrom: momentOf(publishedFrom) }),
  ...(publishedTo !== undefined && { publishedTo: momentOf(publishedTo) }),
});

const momentOf = (value: SearchTerms[string]): Date => new Date(String(value));
