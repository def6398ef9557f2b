import type { SavedSearchStore } from '@job-scope/vacancies-ports';
import { toSavedSearchView, type SavedSearchView } from './saved-search.view';

/** Lists the saved searches of a user, the newest first: so few that they need no pages. */
export class ListSavedSearches {
  constructor(private readonly store: SavedSearchStore) {}

  async execute(userId: string): Promise<readonly SavedSearchView[]> {
    const searches = await this.store.ofOwner(userId);
    const deliverTo = await this.store.deliveryAddressOf(userId);
    return searches.map((search) => toSavedSearchView(search, deliverTo));
  }
}
