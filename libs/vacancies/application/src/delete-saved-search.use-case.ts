import { err, ok, type Result } from '@job-scope/kernel';
import type { SavedSearchStore } from '@job-scope/vacancies-ports';
import {
  savedSearchChangedMeanwhile,
  type SavedSearchChangedMeanwhile,
  type SavedSearchNotFound,
} from './saved-search-failures';

export interface DeleteSavedSearchInput {
  readonly userId: string;
  readonly savedSearchId: string;
  /** The revision that was meant; undefined deletes whatever is there. */
  readonly expectedRevision: number | undefined;
}

export type DeleteSavedSearchFailure = SavedSearchNotFound | SavedSearchChangedMeanwhile;

/** Deletes a saved search; mails that are on their way are dropped. */
export class DeleteSavedSearch {
  constructor(private readonly store: SavedSearchStore) {}

  async execute(input: DeleteSavedSearchInput): Promise<Result<void, DeleteSavedSearchFailure>> {
    const { userId, savedSearchId, expectedRevision } = input;
    const removed = await this.store.remove(
      userId,
      savedSearchId,
      ({ revision }) => expectedRevision === undefined || revision === expectedRevision,
    );
    if (!removed.ok) return removed;
    return removed.value ? ok(undefined) : err(savedSearchChangedMeanwhile);
  }
}
