import { err, ok, type Clock, type Result } from '@job-scope/kernel';
import type { SavedSearchStore } from '@job-scope/vacancies-ports';
import { savedSearchNotFound, type SavedSearchNotFound } from './saved-search-failures';
import { toSavedSearchView, type SavedSearchView } from './saved-search.view';

export interface PauseSavedSearchInput {
  readonly userId: string;
  readonly savedSearchId: string;
}

/** Lets a user hear no more of a saved search until it is resumed; mails that are on their way are dropped. */
export class PauseSavedSearch {
  constructor(
    private readonly store: SavedSearchStore,
    private readonly clock: Clock,
  ) {}

  /** Doing it again is no failure. */
  async execute(input: PauseSavedSearchInput): Promise<Result<SavedSearchView, SavedSearchNotFound>> {
    const { userId, savedSearchId } = input;
    const now = this.clock.now();
    const paused = await this.store.change(userId, savedSearchId, (stored) =>
      ok(stored.paused ? stored : { ...stored, paused: true, revision: stored.revision + 1, updatedAt: now }),
    );
    if (!paused.ok) return err(savedSearchNotFound);
    return ok(toSavedSearchView(paused.value, await this.store.deliveryAddressOf(userId)));
  }
}
