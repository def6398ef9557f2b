import { err, ok, type Clock, type Result } from '@job-scope/kernel';
import { startedAt } from '@job-scope/vacancies-domain';
import type { SavedSearchStore } from '@job-scope/vacancies-ports';
import { savedSearchNotFound, type SavedSearchNotFound } from './saved-search-failures';
import { toSavedSearchView, type SavedSearchView } from './saved-search.view';

export interface ResumeSavedSearchInput {
  readonly userId: string;
  readonly savedSearchId: string;
}

/** Has a paused saved search looked at again: what came while it was paused is not made up for. */
export class ResumeSavedSearch {
  constructor(
    private readonly store: SavedSearchStore,
    private readonly clock: Clock,
  ) {}

  /** Doing it again is no failure. */
  async execute(input: ResumeSavedSearchInput): Promise<Result<SavedSearchView, SavedSearchNotFound>> {
    const { userId, savedSearchId } = input;
    const now = this.clock.now();
    const resumed = await this.store.change(userId, savedSearchId, (stored) =>
      ok(
        !stored.paused
          ? stored
          : {
              ...stored,
              ...startedAt(stored.frequency, now),
              paused: false,
              revision: stored.revision + 1,
              updatedAt: now,
            },
      ),
    );
    if (!resumed.ok) return err(savedSearchNotFound);
    return ok(toSavedSearchView(resumed.value, await this.store.deliveryAddressOf(userId)));
  }
}
