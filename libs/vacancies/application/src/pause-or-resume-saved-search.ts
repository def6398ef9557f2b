import { err, ok, type Result } from '@job-scope/kernel';
import { startedAt } from '@job-scope/vacancies-domain';
import type { SavedSearchStore } from '@job-scope/vacancies-ports';
import { savedSearchNotFound, type SavedSearchNotFound } from './saved-search-failures';
import { toSavedSearchView, type SavedSearchView } from './saved-search.view';

export interface SavedSearchOfUser {
  readonly userId: string;
  readonly savedSearchId: string;
}

/** Pauses or resumes a saved search. What is so already stays as it is. */
export const setPaused = async (
  store: SavedSearchStore,
  { userId, savedSearchId }: SavedSearchOfUser,
  paused: boolean,
  now: Date,
): Promise<Result<SavedSearchView, SavedSearchNotFound>> => {
  const changed = await store.change(userId, savedSearchId, (stored) => {
    if (stored.paused === paused) return ok(stored);
    const begun = paused ? {} : startedAt(stored.frequency, now);
    return ok({ ...stored, ...begun, paused, revision: stored.revision + 1, updatedAt: now });
  });
  if (!changed.ok) return err(savedSearchNotFound);
  return ok(toSavedSearchView(changed.value, await store.deliveryAddressOf(userId)));
};
