import { err, ok, type Result } from '@job-scope/kernel';
import { savedSearchFaults, type RateTable, type SavedSearchDefinition } from '@job-scope/vacancies-domain';
import type { InvalidSavedSearch } from './saved-search-failures';
import { searchRequestOf } from './search-request';
import type { SearchFiltersInput } from './search-vacancies.input';
import { inputOf, termsOf } from './search-terms';

/** What a user wants of a saved search; the domain says what it may be like. */
export interface SavedSearchWishInput {
  readonly name: unknown;
  readonly search: SearchFiltersInput;
  readonly frequency: unknown;
  readonly language: unknown;
}

/** As a wish, to change parts of it. */
export const wishOf = ({ name, terms, frequency, language }: SavedSearchDefinition): SavedSearchWishInput => ({
  ...{ name, search: inputOf(terms), frequency, language },
});

/** Its search is one if it could be asked right now. */
export const savedSearchDefinitionOf = (
  wish: SavedSearchWishInput,
  rates: RateTable,
): Result<SavedSearchDefinition, InvalidSavedSearch> => {
  const request = searchRequestOf({ ...wish.search, sort: 'id', limit: 1 }, rates);
  const ofSearch = request.ok ? [] : request.error.fields;
  const fields = [
    ...savedSearchFaults(wish),
    ...ofSearch.map(({ pointer, message }) => ({ pointer: `/search${pointer}`, message })),
  ];
  if (fields.length > 0) return err({ code: 'saved-searches.invalid', fields });
  const { name, frequency, language } = wish as Pick<SavedSearchDefinition, 'name' | 'frequency' | 'language'>;
  return ok({ name: name.trim(), terms: termsOf(wish.search), frequency, language });
};
