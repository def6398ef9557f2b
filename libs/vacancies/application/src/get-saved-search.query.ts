import { err, ok, type Result } from '@job-scope/kernel';
import type { SavedSearchStore } from '@job-scope/vacancies-ports';
import { savedSearchNotFound, type SavedSearchNotFound } from './saved-search-failures';
import { toSavedSearchView, type SavedSearchView } from './saved-search.view';

export interface GetSavedSearchInput {
  readonly userId: string;
  readonly savedSearchId: string;
}

/** Shows a saved search to its user. */
export class GetSavedSearch {
  constructor(private readonly store: SavedSearchStore) {}

  async execute(input: GetSavedSearchInput): Promise<Result<SavedSearchView, SavedSearchNotFound>> {
    const { userId, savedSearchId } = input;
    const search = await this.store.byId(userId, savedSearchId);
    return search
      ? ok(toSavedSearchView(search, await this.store.deliveryAddressOf(userId)))
      : err(savedSearchNotFound);
  }
}
