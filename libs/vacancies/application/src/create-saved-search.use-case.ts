import { err, ok, type Clock, type IdGenerator, type Result } from '@job-scope/kernel';
import { MAX_SAVED_SEARCHES, startedAt, type SavedSearch } from '@job-scope/vacancies-domain';
import type { CurrencyRates, SavedSearchStore } from '@job-scope/vacancies-ports';
import { ratesFor } from './monthly-bounds';
import {
  savedSearchNameTaken,
  tooManySavedSearches,
  type InvalidSavedSearch,
  type SavedSearchNameTaken,
  type TooManySavedSearches,
} from './saved-search-failures';
import { savedSearchDefinitionOf, type SavedSearchWishInput } from './saved-search-wish';
import { toSavedSearchView, type SavedSearchView } from './saved-search.view';

export interface CreateSavedSearchInput {
  readonly userId: string;
  readonly wish: SavedSearchWishInput;
  readonly paused: boolean;
}

export type CreateSavedSearchFailure = InvalidSavedSearch | SavedSearchNameTaken | TooManySavedSearches;

/** Saves a search for a user. What is stored by now is not new to it. */
export class CreateSavedSearch {
  constructor(
    private readonly store: SavedSearchStore,
    private readonly rates: CurrencyRates,
    private readonly clock: Clock,
    private readonly ids: IdGenerator,
  ) {}

  async execute(input: CreateSavedSearchInput): Promise<Result<SavedSearchView, CreateSavedSearchFailure>> {
    const { userId, wish, paused } = input;
    const definition = savedSearchDefinitionOf(wish, await ratesFor(wish.search, this.rates, this.clock));
    if (!definition.ok) return definition;
    const now = this.clock.now();
    const search: SavedSearch = {
      ...{ id: this.ids.next(), ownerId: userId, ...definition.value, paused },
      ...startedAt(definition.value.frequency, now),
      ...{ revision: 1, createdAt: now, updatedAt: now },
    };
    const added = await this.store.add(search, MAX_SAVED_SEARCHES);
    if (added.ok) return ok(toSavedSearchView(search, await this.store.deliveryAddressOf(userId)));
    return err(added.error.code === 'saved-searches.too-many' ? tooManySavedSearches : savedSearchNameTaken);
  }
}
